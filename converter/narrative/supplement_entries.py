"""Where in the supplement figures and texts are entered."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from converter import messages
from converter.pack import Pack, cells_in, for_any_year

IN_LIST = "["  # between a list and a row of it, in the id of what the row holds


class Entry(Struct, frozen=True):
    """The sheet and the row of the supplement in which a figure or text is entered, and what an empty cell
    of it asks for; `takes_words` where words may stand in place of a figure.
    """

    sheet: str
    row: str
    rule: str
    takes_words: bool = True


Entries = Mapping[str, Entry]
"""Where figures and texts are entered, by their ids or names."""


def entries_of(pack: Pack) -> Entries:
    """Return where each figure and text of the supplement is entered; of several places the first.

    For the rows of a list, whatever they are, there is one entry, and one for each of its columns.
    """
    found: dict[str, Entry] = {}
    for name, sheet in pack.supplement.items():
        if sheet.list:
            found.setdefault(sheet.list + IN_LIST, Entry(name, "", ""))
            for column, shape in pack.lists[sheet.list].columns.items():
                rule = _of_figure(shape.unit, pack) if shape.unit else _of_words(shape.choices)
                found.setdefault(of_column(sheet.list, column), Entry(name, "", rule))
        for entry in sheet.entries:
            for suffix in (*sheet.figures.values(), *sheet.words.values()):
                is_figure = suffix in sheet.figures.values()
                of_words = _of_words(entry.choices, may_be_none=entry.may_be_none)
                none = messages.filing.FILL_CELL if entry.may_not_apply else messages.filing.FILL_AMOUNT
                rule = _of_figure(sheet.unit, pack, entry.most, none)
                is_whole = not suffix or "." in entry.target
                target = entry.target if is_whole else f"{entry.target}.{suffix}"
                found.setdefault(
                    target, Entry(name, entry.label, rule if is_figure else of_words, not sheet.scored)
                )
        for row in pack.tables[sheet.grid].grid if sheet.grid else ():
            shapes = cells_in(row)
            for cell in shapes:
                if target := cell.figure or cell.words:
                    rule = _of_figure(sheet.unit, pack) if cell.figure else _of_words(may_be_none=True)
                    found.setdefault(target, Entry(name, for_any_year(shapes[0].text, pack), rule))
    return found


def of_column(listed: str, column: str) -> str:
    """Return the key of the entry for a column of a list."""
    return f"{listed}{IN_LIST}].{column}"


def _of_figure(unit: str, pack: Pack, most: str = "", rule: str = messages.filing.FILL_CELL) -> str:
    """Return what to enter for a figure where there is none of it: of some units it must be a number."""
    if not (unit and pack.units[unit].in_numbers):
        return rule
    return messages.filing.FILL_POINTS.format(most=most) if most else messages.filing.FILL_NUMBER


def _of_words(choices: Sequence[str] = (), *, may_be_none: bool = False) -> str:
    """Return what to write where there is nothing to say, or what there is to choose."""
    if choices:
        return messages.filing.FILL_CHOICE.format(choices=messages.phrases.AND.join(choices))
    return messages.filing.FILL_WORDS if may_be_none else ""
