"""The words of standard forms, as a pack gives them, made ready for matching.

- All words of a pack: `vocabulary`; the blocks of its forms: `compiled_blocks`.
- Titles: `title_lines` understands the lines around a table, `titles` knows which forms a text may be the
  title of, `title_parts` takes one apart.
- Labels: `headings` takes that of a block apart, `unit_suffixes` one that ends in a unit, `brackets` what it
  ends in, `labelled` one that has its amount behind it. `code_names` tells which name belongs to which code.
- Amounts: `measured` reads one with its unit, `unit_digits` tells which digits show how it was rounded.
- Years: `years` finds those a text names, `year_words` puts the pack's words for them.
- Departments: `departments` writes a name and whose accounts a file holds, `names_alike` tells spellings of
  one name, `copy_names` that a file is a copy.

They know the values of cells, nothing of tables.
"""
