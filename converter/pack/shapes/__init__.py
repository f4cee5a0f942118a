"""The shapes of a pack's files: which keys they have, and what each may hold.

A module is named for the file it describes: `meta` (pack.yaml, words.yaml, limits.yaml), `forms` (with
labels.yaml), `measures` (with units.yaml), `checks`, `scorecard` (with problems.yaml), `lists`, `tables`,
`supplement`, `sentences` (of `sentence_words`), `style` and `overview`. `shape` is what they are made of.
"""
