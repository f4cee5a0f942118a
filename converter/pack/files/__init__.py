"""The files of a pack as data: read from YAML with the line of every entry, and laid over one another."""
