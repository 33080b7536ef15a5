"""The templates of the reports, a module each."""
