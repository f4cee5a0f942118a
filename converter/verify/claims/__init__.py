"""What a submitted report says: every number of it as a claim."""
