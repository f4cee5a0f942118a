"""How a rule was applied to a value, in a sentence that a person can check."""

import re
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.figures import exact_text, half_up

Show = Callable[[Decimal], str]
"""Prints a value as the report does."""

_PERCENT = "%"
_TRAILING_ZEROS = re.compile(r"(\.\d*?)0+(?!\d)")


class Application(Struct, frozen=True):
    """How a rule was applied: to which value, what came of it, how steps were counted ('' for bands)."""

    value: str
    outcome: str
    counted: str = ""

    def __str__(self) -> str:
        return self.value + self.outcome + self.counted


def short(text: str) -> str:
    """Return a printed amount without the zeros that end its decimals: 30.00% gives 30%."""
    return _TRAILING_ZEROS.sub(lambda found: found[1].rstrip("."), text)


def difference(text: str) -> str:
    """Return a printed difference: one of percentages is in percentage points."""
    if not text.endswith(_PERCENT):
        return text
    return messages.trace.PERCENTAGE_POINTS.format(number=text.removesuffix(_PERCENT))


def percent(share: Decimal) -> str:
    """Return a share in percent, with two decimals at most."""
    return exact_text(half_up(share * 100, 2)) + _PERCENT
