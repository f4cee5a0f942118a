"""The commands, a module each: its options, what it calls, and what it alone prints."""
