"""Who may see what: the profiles, and the projection of a case's words for a reader."""
