"""What there is to say of some cells of a workbook."""

from msgspec import Struct

from converter.workbooks.write import Tone


class MarkedCell(Struct, frozen=True, gc=False):
    """A cell of a sheet, or the whole sheet where `cell` is empty; `is_blamed` if it may itself be wrong."""

    sheet: str
    cell: str
    is_blamed: bool = True


class Remark(Struct, frozen=True):
    """One remark: its `kind` in a word and the tone of that, the text, the expected and the actual amount (''
    where not known), what to do, and the cells.
    """

    kind: str
    tone: Tone
    text: str
    cells: tuple[MarkedCell, ...]
    expected: str = ""
    actual: str = ""
    hint: str = ""
