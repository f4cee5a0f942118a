"""What is wrong with a pack whose files all have the right shape.

`references`: a name without an entry. `scorecards`: points and grades that do not add up. `tables`: rows that
do not fill their table. Templates are checked where they are compiled.
"""
