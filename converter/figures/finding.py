"""What there is to say to a person about a department: findings are returned, never raised."""

from enum import StrEnum

from msgspec import Struct

from converter.figures.origin import CellOrigin
from converter.messages import Message


class Outcome(StrEnum):
    """How a check came out. A rounding remainder is an outcome of its own, never an error."""

    HOLDS = "holds"
    ROUNDING = "rounding"
    DIFFERS = "differs"
    NOT_APPLICABLE = "does-not-apply"
    NOT_EVALUABLE = "not-evaluable"


class Severity(StrEnum):
    """How serious a finding is; the words for it are in `messages`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True, gc=False):
    """One finding about one department.

    `code` names its kind and never changes; `message` says in Chinese what is wrong; `cells` are the cells to
    look at; `expected` and `actual` are printed amounts; `hint` says what to do. `to_supply` if it asks for
    something without which the report is not complete; `explained` is why it is right all the same, as a
    person says, '' if nobody has. `suspects` are those of the cells that are thought to be wrong, none where
    any of them may be.
    """

    code: str
    severity: Severity
    outcome: Outcome
    message: str
    cells: tuple[CellOrigin, ...] = ()
    expected: str = ""
    actual: str = ""
    hint: str = ""
    to_supply: bool = False
    explained: str = ""
    suspects: tuple[CellOrigin, ...] = ()

    @classmethod
    def worded(
        cls,
        message: Message,
        severity: Severity,
        outcome: Outcome,
        cells: tuple[CellOrigin, ...] = (),
        **slots: object,
    ) -> "Finding":
        """Return a finding in the words of a message, its slots and those of its hint filled in."""
        text = message.text.format(**slots)
        return cls(message.code, severity, outcome, text, cells, hint=message.hint.format(**slots))

    @property
    def doubted_cells(self) -> tuple[CellOrigin, ...]:
        """The cells thought to be wrong; where nobody can tell which of several is, all of them."""
        return self.suspects or self.cells

    def blames(self, cell: CellOrigin) -> bool:
        """Whether it thinks one of its cells wrong, or can't tell which is."""
        return not self.suspects or str(cell) in map(str, self.suspects)
