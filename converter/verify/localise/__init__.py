"""The printed number behind constraints that fail, and how it came about."""
