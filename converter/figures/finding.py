"""What the checks have to say: returned as values, never raised."""

from enum import StrEnum

from msgspec import Struct

from converter.figures.origin import CellOrigin


class Outcome(StrEnum):
    """What became of a check. A rounding remainder is a class of its own, never an error."""

    HOLDS = "holds"
    ROUNDING = "rounding"
    DIFFERS = "differs"
    NOT_APPLICABLE = "does-not-apply"
    NOT_EVALUABLE = "not-evaluable"


class Severity(StrEnum):
    """How much a finding weighs; the words shown to users are in `messages`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True, gc=False):
    """One finding about one department.

    `code` is a stable word from the pack; `message` is plain Chinese; `cells` are the cells to
    look at; `expected` and `actual` are printed amounts; `hint` says what to do.
    """

    code: str
    severity: Severity
    outcome: Outcome
    message: str
    cells: tuple[CellOrigin, ...] = ()
    expected: str = ""
    actual: str = ""
    hint: str = ""
