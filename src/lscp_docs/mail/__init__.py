"""E-mails that a person opens, reads and sends: their words, and their bytes."""
