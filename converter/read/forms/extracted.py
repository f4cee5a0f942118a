"""What the cells of a block give: figures, detail rows, lists, words, and what can't be told apart."""

from msgspec import Struct

from converter.figures import DetailRow, Figure, Finding, ListRow, Text


class AmbiguousColumn(Struct, frozen=True):
    """Figures whose column is ambiguous, and the header cells that fit equally well.

    `with_carried`: the first cell heads a total of this year's and of what was carried over, in the others.
    """

    figures: tuple[str, ...]
    cells: tuple[str, ...]
    with_carried: bool = False


class RowsAlike(Struct, frozen=True):
    """Figures that several rows state, none of them as the total; a cell of each row."""

    figures: tuple[str, ...]
    cells: tuple[str, ...]


class NamedText(Struct, frozen=True):
    """A text and the name it goes by."""

    name: str
    text: Text


class ListRead(Struct, frozen=True):
    """The rows of a list, their figures, and what is to be said of them."""

    rows: tuple[ListRow, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]


Extracted = Figure | DetailRow | NamedText | AmbiguousColumn | RowsAlike
