"""What came back, for the case: pure functions of a case, of what was sent and what returned."""
