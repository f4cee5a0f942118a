"""What a submitted report says: every number in it as a `claim`.

The lowest layer of `verify`. `submitted_report` gives the paragraphs and tables, and tells where things are,
in tables by `row_labels`. A `draft` gives those of a report of ours that is not filed yet: its
`printed_figures` are known, its `passages_to_read` are those in which people wrote figures. The packages
`sentences` and `tables` read them into claims, by the pack's `names` and `patterns`, from their `normal_text`
with its `numbers` and `numbering`; `bare_numbers` have no unit that is known. `tags` finds the bookmarks that
a report of ours carries and what stands there, an `extent` tells whose figures they are.

The layer knows the pack's names and patterns, but not which claims must agree.
"""
