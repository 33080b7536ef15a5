"""Which reports are owed for which period and when; what is owed is made, once."""
