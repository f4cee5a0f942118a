"""What a submitted report says: every number in it as a claim.

The lowest layer of `verify`. `submitted_report` gives the paragraphs and tables; `sentences` and `tables`
read them into claims; `tags` finds the bookmarks that a report of ours carries. The layer knows the pack's
names and patterns, but not which claims must agree.
"""
