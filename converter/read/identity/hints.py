"""A hint: what it says, how strong it is, where it stands."""

from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct

from converter import messages
from converter.pack import FormKind

KindOf = Callable[[str], FormKind | None]
"""Returns the kind of a form by its id, None for one that is not read."""


class Strength(IntEnum):
    """What a hint rests on, the strongest first."""

    HEAD = 1
    COLUMNS = 2
    COVER = 3
    WORKBOOK = 4
    SUPPLEMENT = 5
    FILE = 6
    DOCUMENT = 7
    FOLDER = 8
    OPTION = 9
    ACCOUNTS = 10


class YearHint(Struct, frozen=True, gc=False):
    """A year, how strong the hint is, and where it stands: in `text`, of a cell if it is in one."""

    year: int
    strength: Strength
    text: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""


class NameHint(Struct, frozen=True, gc=False):
    """A department, how strong the hint is, and where it stands: in `text`, of a cell if it is in one."""

    name: str
    strength: Strength
    text: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""


def place_in_words(hint: YearHint | NameHint) -> str:
    """Return in words where a hint stands, and what stands there."""
    template = messages.identity.IN_NAME if hint.text else messages.identity.ALONE
    if hint.cell:
        template = messages.identity.IN_CELL if hint.text else messages.identity.AT_CELL
    elif hint.sheet:
        template = messages.identity.IN_SHEET_NAME
    elif hint.file and hint.strength is Strength.SUPPLEMENT:
        template = messages.identity.IN_FILE
    elif hint.file and hint.strength is Strength.DOCUMENT:
        template = messages.identity.IN_TITLE
    return template.format(
        strength=messages.identity.STRENGTHS[hint.strength.name],
        file=hint.file,
        sheet=hint.sheet,
        cell=hint.cell,
        text=hint.text.strip(),
    )
