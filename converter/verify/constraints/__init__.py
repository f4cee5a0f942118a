"""What must agree in a report: formulas, sums, shares, tags and workbooks, as constraints over its claims.

Above `claims`. `constraint` says what a constraint is and evaluates it by an `assignment`: the printed
amounts or others; `common_constraints` are of forms that many rules ask for, `all_constraints` tells how all
come out. `claim_index` gives any figure from the claims of a `reading`; `effort` bounds how much is tried.
Constraints come from

- the pack: `pack_constraints` (formulas), `form_constraints` (checks of standard tables)
- the words: `change_constraints`, `paragraph_constraints` (totals, adjusted budgets, scores),
  `repeated_figures` and `parts`; `flows` of money
- the signs: `printed_formulas`
- the numbers, where words say little: those `nearby`, `mistyped_repeats`, `tables_in_words`
- `tables`, whatever their form, and the text beside them
- the sources: `source_constraints` (tags and workbooks)

`text_constraints` are those of words, signs and numbers: all of any text.

Which number is wrong is not decided here.
"""
