"""How much there is to do in a supplement."""

from collections import Counter

from msgspec import Struct

from converter.supplement.prefill import Standing


class Counts(Struct, frozen=True):
    """How many cells of a supplement are to be filled, may be, are to be confirmed, and need nothing."""

    to_fill: int
    optional: int
    to_confirm: int
    known: int


def counts_of(standings: Counter[Standing]) -> Counts:
    """Return what there is to do about cells that became this."""
    return Counts(
        standings[Standing.TO_FILL] + standings[Standing.WRONG],
        standings[Standing.OPTIONAL],
        standings[Standing.CONFIRM],
        standings[Standing.KNOWN] + standings[Standing.FILED] + standings[Standing.NEEDLESS],
    )
