"""Which printed number is behind the constraints that fail, and how it came about.

Above `constraints`. `wrong_numbers` searches for the numbers whose change repairs most constraints and
violates least, among `proposals`, each of them one of the `changes` with what prints the same, one group of
constraints that are `connected` after the other; `ranking` tells which of them goes first. Before them
`common_causes` looks for what one mistake explains in many numbers; `trials` tells what comes of an amount,
or which one is needed, once for all who ask. `causes` recognises the slips a
person makes. `accusing` tells which violated constraints show an error: those that are certain, or that
`exact_slips` explain; before all, `exact_tables` holds sums to the last digit where nearly all of a report's
tables do, and `explained` leaves out sums and shares that another number explains. Nothing is worded here.
"""
