"""What a submitted report says: every number in it as a `claim`.

The lowest layer of `verify`. `submitted_report` gives the paragraphs and tables, a `draft` those of a report
of ours that is not filed yet; `sentences` and `tables` read them into claims; `tags` finds the bookmarks that
a report of ours carries, `span_index` what stands at a place.

A sentence is a `normal_text` with its `numbers`, read from left to right by the pack's `patterns`: `clauses`
tells what a part of it is about (by `names` and `phrases`), `amounts`, `additions`, `changes` and `ratios`
make the claims, `headings` and `parts` what holds for those below, and `paragraph_state` keeps what one
number leaves for the next. The layer knows the pack's names and patterns, but not which claims must agree.
"""
