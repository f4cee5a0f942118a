"""A hint: what it says, how strong it is, where it stands."""

from enum import IntEnum

from msgspec import Struct


class Strength(IntEnum):
    """What a hint rests on, the strongest first."""

    HEAD = 1
    COLUMNS = 2
    COVER = 3
    WORKBOOK = 4
    SUPPLEMENT = 5
    FILE = 6
    FOLDER = 7
    OPTION = 8


class YearHint(Struct, frozen=True, gc=False):
    """A year, how strong the hint is, and where it stands: in `text`, of a cell if it is in one."""

    year: int
    strength: Strength
    text: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""
