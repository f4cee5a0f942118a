"""What the blocks of a form give: figures, detail rows, lists, words, and what can't be told apart."""

from msgspec import Struct, field

from converter.figures import DetailRow, Figure, Finding, ListRow, Severity, Text


class AmbiguousColumn(Struct, frozen=True):
    """Figures whose column is ambiguous, and the header cells that fit equally well.

    `with_carried`: the first cell heads a total of this year's and of what was carried over, in the others.
    """

    figures: tuple[str, ...]
    cells: tuple[str, ...]
    with_carried: bool = False


class RowsAlike(Struct, frozen=True):
    """Figures that several rows state, none of them as the total; a cell of each row, how severe that is."""

    figures: tuple[str, ...]
    cells: tuple[str, ...]
    severity: Severity = Severity.ERROR


class LoneUnit(Struct, frozen=True):
    """Figures of the only row that states any, which names an organisation; a cell of the row."""

    name: str
    figures: tuple[str, ...]
    cell: str


class ListRead(Struct, frozen=True):
    """The rows of a list, their figures, and what is to be said of them."""

    rows: tuple[ListRow, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]


class Extracted(Struct):
    """What the blocks of a form gave, in their order.

    `overruled` are the figures for which another unit is stated than the form prescribes, by both units,
    `contradicted` maps the cells of headings to the units they state where the sheet states another.
    """

    figures: list[Figure] = field(default_factory=list)
    detail_rows: list[DetailRow] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    ambiguous: list[AmbiguousColumn] = field(default_factory=list)
    rows_alike: list[RowsAlike] = field(default_factory=list)
    lone_units: list[LoneUnit] = field(default_factory=list)
    lists: list[ListRead] = field(default_factory=list)
    overruled: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    contradicted: dict[str, str] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Whether no cell was understood in any way."""
        listed = any(each.rows or each.findings for each in self.lists)
        understood = self.figures or self.detail_rows or self.texts or listed
        doubtful = self.ambiguous or self.rows_alike or self.lone_units
        return not (understood or doubtful or self.overruled or self.contradicted)

    @property
    def no_amount(self) -> bool:
        """Whether no amount was found, nil on purpose among them."""
        return not self.detail_rows and all(figure.value is None for figure in self.figures)
