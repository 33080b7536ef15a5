"""What each report over a period says: contexts, pure functions of what all cases tell."""
