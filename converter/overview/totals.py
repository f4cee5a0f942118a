"""The departments' figures added up, beside the bureau's own totals."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.errors import ReadError
from converter.figures import Figure
from converter.inbox import loose_files
from converter.overview.rows import DepartmentRow, FigureValue, kept_value
from converter.pack import Pack
from converter.read import Reader, assemble


class Match(StrEnum):
    """How a sum and the bureau's figure go together; the words shown are in `messages.overview.MATCHES`."""

    SAME = "same"
    ROUNDING = "rounding"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Total(Struct, frozen=True):
    """A column added up over the departments `filed`, and the bureau's figure for it, in the base unit.

    `excluded` are the departments whose amount may be wrong: it is not in the sum, which is then compared
    with nothing.
    """

    label: str
    sum: FigureValue
    filed: int
    bureau: FigureValue
    excluded: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """The sum less the bureau's figure; None where that is not known, or amounts were excluded."""
        if self.sum.value is None or self.bureau.value is None or self.excluded:
            return None
        return self.sum.value - self.bureau.value

    @property
    def match(self) -> Match:
        """Whether the difference is more than the rounding of the printed figures can explain."""
        if self.difference is None:
            return Match.UNKNOWN
        if not self.difference:
            return Match.SAME
        explained = abs(self.difference) <= self.sum.error + self.bureau.error
        return Match.ROUNDING if explained else Match.DIFFERS


def bureau_files(inbox: Path, pack: Pack) -> list[Path]:
    """Return what in an inbox is named as the bureau's totals."""
    return loose_files(inbox, pack.overview.bureau_files)


def bureau_figures(files: Sequence[Path], pack: Pack, year: int) -> dict[str, Figure]:
    """Return the figures by id of the bureau's totals.

    ReadError if one can't be read, or none holds a figure of the year.
    """
    reader = Reader(pack)
    ledger, _ = assemble([reader.read(path, path.name) for path in files], "", year, pack)
    if not ledger.figures:
        raise ReadError(messages.overview.BUREAU_EMPTY.format(file=files[0].name, year=year))
    return ledger.figures


def totals(rows: Sequence[DepartmentRow], pack: Pack, bureau: Mapping[str, Figure]) -> Iterator[Total]:
    """Yield every column that adds up, over departments of one year and pack."""
    for label in pack.overview.totals:
        stated = [(row.name, figure) for row in rows if (figure := row.figure(label)).value is not None]
        values = [figure for _, figure in stated if not figure.doubtful]
        excluded = tuple(name for name, figure in stated if figure.doubtful)
        added = FigureValue(
            sum((figure.value or Decimal(0) for figure in values), Decimal(0)) if values else None,
            error=sum((figure.error for figure in values), Decimal(0)),
        )
        known = kept_value(bureau.get(pack.overview.columns[label].figure))
        yield Total(label, added, len(values), known, excluded)
