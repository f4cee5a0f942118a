"""What is wrong with a pack whose files all have the right shape, each a `fault`.

`references`: a name without an entry. `doubled`: a name that two entries have. `scorecards`: points and
grades that do not add up. `tables`: rows that do not fill their table. `lists`: what names a list or a column
that is not there. Templates are checked where they are compiled.
"""
