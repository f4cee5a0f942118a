"""What a workbook turned out to hold."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from converter.figures import DetailRow, Figure, Finding, Text
from converter.pack import FormKind
from converter.read.tables.title_block import TitleBlock


@dataclass(frozen=True, slots=True)
class Unread:
    """A label with amounts beside or below it that nothing asked for."""

    cell: str
    label: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A label that was expected and not found, and the unread label closest to it ('' if none is close)."""

    expected: str
    closest: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a form was not understood."""

    rows: tuple[Unread, ...]
    columns: tuple[Unread, ...]
    misses: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a form's cells gave, and what was found wrong in lifting them.

    `unitless` is true where amounts were left out for want of a unit.
    """

    figures: tuple[Figure, ...]
    lines: tuple[DetailRow, ...]
    texts: dict[str, Text]
    findings: tuple[Finding, ...]
    unitless: bool = False


@dataclass(frozen=True)
class FormReading:
    """One recognised form: where it stands and what its head says. Its cells are lifted when first asked for.

    So of last year's tables only those are lifted that are of use. `survey` tells what was not understood.
    """

    form: str
    kind: FormKind
    file: str
    sheet: str
    head: TitleBlock
    lift: Callable[[TitleBlock], Extraction]
    survey: Callable[[], Coverage]

    @cached_property
    def lifted(self) -> Extraction:
        """The form's figures, lines and texts."""
        return self.lift(self.head)

    def in_unit(self, unit: str) -> "FormReading":
        """Return the form as it reads if its amounts are in `unit`."""
        return replace(self, head=replace(self.head, unit=unit))

    @property
    def taken(self) -> int:
        """How many filled figures were taken from it, 0 while it was of no use."""
        lifted: Extraction | None = vars(self).get("lifted")
        return sum(figure.value is not None for figure in lifted.figures) if lifted else 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the form's named rows and columns."""
        return self.lifted.figures

    @property
    def lines(self) -> tuple[DetailRow, ...]:
        """The form's detail rows."""
        return self.lifted.lines

    @property
    def texts(self) -> dict[str, Text]:
        """The words filled in, by name."""
        return self.lifted.texts


@dataclass(slots=True)
class Filing:
    """One workbook: its forms, the department and year it is for ('' and 0 if it does not say)."""

    path: Path
    file: str
    department: str = ""
    year: int = 0
    forms: list[FormReading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def by_department(self) -> list["Filing"]:
        """Return a filing for every department its sheets name; sheets that name none go to the first."""
        named = list(dict.fromkeys(form.head.department for form in self.forms if form.head.department))
        if len(named) < 2:
            return [self]
        first = self.department if self.department in named else named[0]
        parts = {name: Filing(self.path, self.file, name, self.year) for name in named}
        for form in self.forms:
            parts[form.head.department or first].forms.append(form)
        parts[first].findings = self.findings
        return list(parts.values())
