"""Where in the supplement figures and texts are entered."""

from collections.abc import Mapping

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

    For the rows of a list, whatever they are, there is one entry.
    """
    found: dict[str, Entry] = {}
    rules = messages.filing
    for name, sheet in pack.supplement.items():
        if sheet.list:
            found.setdefault(sheet.list + IN_LIST, Entry(name, "", rules.FILL_CELL))
        for entry in sheet.entries:
            for suffix in (*sheet.figures.values(), *sheet.words.values()):
                amount = rules.FILL_POINTS if sheet.scored else rules.FILL_AMOUNT
                rule = amount if suffix in sheet.figures.values() else rules.FILL_WORDS
                is_whole = not suffix or "." in entry.target
                target = entry.target if is_whole else f"{entry.target}.{suffix}"
                found.setdefault(target, Entry(name, entry.label, rule, not sheet.scored))
        for row in pack.tables[sheet.grid].grid if sheet.grid else ():
            shapes = cells_in(row)
            for shape in shapes:
                if target := shape.figure or shape.words:
                    rule = rules.FILL_CELL if shape.figure else rules.FILL_WORDS
                    found.setdefault(target, Entry(name, for_any_year(shapes[0].text, pack), rule))
    return found
