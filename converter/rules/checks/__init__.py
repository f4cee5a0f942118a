"""The checks of a pack, judged over a ledger: which hold, which do not, which can't be judged.

`compiled` compiles them, `judging` judges one, by its kind: `equation` (over figures, or over every row of a
group), `agreement`, `same_rows`, `within`, `hierarchy`, `budget_unit_sums`, `asked_words`. Each of these
says in its docstring what it claims and when it is silent. `comparison` compares two amounts, `availability`
separates what was not filled in from what was never filed, `cut_digits` sums that are off because digits were
cut off; `result` is what one check found at one place.
"""
