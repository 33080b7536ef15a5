"""What is run by the people who build the project, and never by the people who use it."""
