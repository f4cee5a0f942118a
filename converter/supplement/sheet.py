"""A sheet of the supplement as it is laid out: what both kinds of sheets have in common."""

from collections.abc import Sequence

from msgspec import Struct

from converter import messages
from converter.figures import address
from converter.pack import SupplementSheet
from converter.supplement.prefill import Standing
from converter.supplement.questionnaire import Asked
from converter.workbooks.write import EntryCell, EntryKind, EntryRow, EntrySheet, InputCheck, Tone

HEAD_ROW = 3  # below title, note and unit line
CONFIRM_WIDTH, STANDING_WIDTH = 10, 26


class Recorded(Struct, frozen=True):
    """A cell that counts only if it was changed, or confirmed in the cell `confirm`: as it was written."""

    sheet: str
    cell: str
    content: EntryCell
    confirm: str = ""


class LaidOut(Struct, frozen=True):
    """A sheet, and its cells that count only if they were changed or confirmed."""

    sheet: EntrySheet
    recorded: tuple[Recorded, ...]


def above(sheet: SupplementSheet, columns: int) -> list[EntryRow]:
    """Return title, note and unit line, over so many columns."""
    unit = messages.workbooks.UNIT_LINE.format(unit=sheet.unit) if sheet.unit else None
    lines = ((sheet.title, EntryKind.TITLE), (sheet.note, EntryKind.NOTE), (unit, EntryKind.UNIT))
    return [EntryRow((EntryCell(text, kind, columns),)) for text, kind in lines]


def confirm_cell(asked: Sequence[Asked]) -> EntryCell:
    """Return the cell in which a person confirms what a row proposes; nothing to enter if it does not."""
    if not to_confirm(asked):
        return EntryCell(None, EntryKind.COMPUTED)
    check = InputCheck(choices=(messages.workbooks.CONFIRMED,))
    return EntryCell(None, EntryKind.COMPUTED, tone=Tone.WARN, check=check)


def to_confirm(asked: Sequence[Asked]) -> bool:
    """Whether any of the cells is to be confirmed."""
    return any(each.standing is Standing.CONFIRM for each in asked)


def recorded(
    sheet: str, row: int, columns: Sequence[int], asked: Sequence[Asked], confirm: int
) -> list[Recorded]:
    """Return those cells of a row that count only if changed, or confirmed in its column `confirm`."""
    return [
        Recorded(
            sheet,
            address(row, column),
            each.cell,
            address(row, confirm) if each.standing is Standing.CONFIRM else "",
        )
        for column, each in zip(columns, asked, strict=True)
        if each.is_recorded
    ]
