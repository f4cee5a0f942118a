"""Sample departments: what they file, and the program that writes it."""
