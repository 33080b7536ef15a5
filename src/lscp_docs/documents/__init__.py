"""What each document says: when it applies, and its context as finished words."""
