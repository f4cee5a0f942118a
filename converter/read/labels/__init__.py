"""The words of standard forms, as a pack gives them, made ready for matching.

`vocabulary` holds the names and header words of a pack, `compiled_blocks` the blocks of its forms;
`title_lines` understands the lines around a table, `titles` knows which forms a text may be the title of.
Texts are taken apart by `title_parts`, `headings` (of a block) and `unit_suffixes` (of a label that ends in a
unit, or in `brackets`); `years` finds the years a text names, `year_words` puts the pack's words for them;
`code_names` tells which name belongs to which code, `unit_digits` which digits show how an amount was
rounded; `measured` reads one with its unit, `labelled` one with its label;
`departments` writes a department's name and whose accounts a file holds, `names_alike` tells spellings of one
name, `copy_names` that a file is a copy. They know the values of cells, nothing of tables.
"""
