"""What is known of a department before it fills its supplement."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Standing(StrEnum):
    """What becomes of a cell of the supplement.

    What the department's tables tell is `known`, what it said last year to be confirmed, what it said this
    year `filed`, or `wrong` if it can't stay. Of what is known there may be nothing to say: then a cell is
    `needless`.
    """

    TO_FILL = "to-fill"
    OPTIONAL = "optional"
    CONFIRM = "confirm"
    KNOWN = "known"
    FILED = "filed"
    WRONG = "wrong"
    NEEDLESS = "needless"


class Prefill(Struct, frozen=True):
    """What is written into a cell: words, or an amount in the base unit, and where it is from, in Chinese.

    `file` is the one it stands in, '' for what was computed from others.
    """

    value: str | Decimal
    standing: Standing
    source: str = ""
    file: str = ""


class Prefilled(Struct, frozen=True):
    """What is known of a department in a year, by figures' ids and texts' names; of its `lists` the rows,
    each with words and amounts in base units by column.
    """

    department: str = ""
    year: int = 0
    prefills: Mapping[str, Prefill] = {}
    lists: Mapping[str, Sequence[Mapping[str, str | Decimal]]] = {}

    def is_known(self, figure_id: str) -> bool:
        """Whether tables tell a figure."""
        known = self.prefills.get(figure_id)
        return known is not None and known.standing is Standing.KNOWN

    def is_nil(self, figure_id: str) -> bool:
        """Whether a figure is known to be nil."""
        return self.is_known(figure_id) and self.prefills[figure_id].value == 0


NOTHING_KNOWN = Prefilled()
