"""The contract of a workbook format: what is looked at before, and besides, the reader of cells.

The reader gives an empty text for an empty cell and also for a formula without a value, says nothing of
hidden rows and columns, and would reserve memory for the whole rectangle up to the farthest cell.
"""

from typing import Protocol

from msgspec import Struct, field

from converter.pack import Limits
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Hidden


class Content(Struct, frozen=True, eq=False):
    """A file's bytes; if it is a zip archive, the parts of it that hold data, by name."""

    data: bytes
    parts: dict[str, bytes]
    is_zip: bool


class Inspection(Struct, frozen=True):
    """What a workbook's sheets hold besides values, by sheet name; a sheet without any may be left out."""

    formulas: dict[str, Formulas] = field(default_factory=dict)
    hidden: dict[str, Hidden] = field(default_factory=dict)


class WorkbookFormat(Protocol):
    """What a module provides that knows a format."""

    SUFFIXES: frozenset[str]
    """The usual suffixes of the format's files."""

    def matches(self, content: Content, /) -> bool:
        """Tell whether the content is of this format, formats earlier in the list ruled out."""

    def inspect(self, content: Content, limits: Limits, /) -> Inspection:
        """Return what the sheets hold besides values; UnsafeError if the reader must not be let near it."""
