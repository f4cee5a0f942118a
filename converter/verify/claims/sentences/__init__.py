"""Sentences of a report: what each number in them says, by the words before it.

`sentence_reader` reads a paragraph from left to right into claims. `segments` cut the text before a number
into clauses; `clauses` tells which item these are about (the words for one by `phrases`), `bases` on which
basis and compared with what. A module a kind of number makes the claims: `amounts` of money, their `totals`,
`changes`, `ratios`, `counts`, `points` and `worded_numbers`, and `rows` of numbers of several items in turn;
`activities` tells whether one is of a single activity, `part_items` which item a name means in a list of
parts. `parts` and `parts_below` open and close such lists within a paragraph and over several; `headings` say
what holds below them, `extents` of which year and level of government numbers are.

The package `state` holds what one number leaves for the next.
"""
