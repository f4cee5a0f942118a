"""What is wrong behind the checks that do not hold: one cause instead of a finding for each equation broken.

`causes` asks in turn for what is wrong of whole `sheets`, then of rows and `cells`, and adds what follows
through measures; `budget_units` is asked for a unit too many or too few. Of the supplement, `wrong_entries`
are off by a factor, `entered_units` all that are in another unit on one of its sheets. `equations` knows what
a repair would mend, `positions` where cells are on their sheet, `slips` how an amount may have been mistyped.
"""
