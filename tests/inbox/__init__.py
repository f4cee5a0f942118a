"""What lies in an inbox: which files are read, which are not and why, and whose they are."""
