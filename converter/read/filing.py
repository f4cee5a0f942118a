"""What a workbook turned out to hold."""

from dataclasses import dataclass, field
from pathlib import Path

from converter.figures import Figure, Finding, Line, Text
from converter.pack import Kind


@dataclass(frozen=True, slots=True)
class FormReading:
    """One recognised form: where its title stands, what its head says, and what was lifted."""

    form: str
    kind: Kind
    file: str
    sheet: str
    title: str
    unit: str
    year: int
    department: str
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    texts: dict[str, Text]


@dataclass(slots=True)
class Filing:
    """One workbook: its forms, the department and year it is for ('' and 0 if it does not say)."""

    path: Path
    file: str
    department: str = ""
    year: int = 0
    forms: list[FormReading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
