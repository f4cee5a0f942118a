"""What is wrong with a number, as far as `rules` and `verify` judge it alike.

`rules` looks for wrong cells among the tables filed, `verify` for wrong numbers in a report; each has its
own search, for equations over cells are not sentences. What they share is here: `slips` has the kinds of
slips of the pen and recognises them by printed digits, `over_budget` whether an item is over its budget,
`reason_words` what a reason says of its change. How slips are worded is in `messages.diagnosis`, for tables
and for reports. Knows figures, no pack, no file.
"""

from converter.diagnosis.over_budget import OverBudget, over_budget
from converter.diagnosis.reason_words import ReasonWords
from converter.diagnosis.slips import BY_CHANCE, Slip, of_digits

__all__ = [
    "BY_CHANCE",
    "OverBudget",
    "ReasonWords",
    "Slip",
    "of_digits",
    "over_budget",
]
