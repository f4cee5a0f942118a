"""The contract of a workbook format: one module for each, which turns a file's bytes into grids."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from converter.pack import Limits
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Grid


class DamagedError(Exception):
    """A workbook that can't be read, or only with a password that its format does not allow us to use."""


class FileContent(Struct, frozen=True, eq=False):
    """A file's bytes; if it is a zip archive, the parts of it that hold data, by name."""

    data: bytes
    parts: dict[str, bytes]
    is_zip: bool


class Worksheet(Struct, frozen=True, eq=False):
    """One sheet of a workbook, and the formulas in its cells.

    `formats` are the codes by which numbers are shown, by address, of a format that tells them at once.
    """

    grid: Grid
    formulas: Formulas
    formats: Mapping[str, str] = {}


class WorkbookFormat(Protocol):
    """What a module provides that knows a format."""

    SUFFIXES: frozenset[str]
    """The usual suffixes of the format's files."""

    def matches(self, content: FileContent, /) -> bool:
        """Whether the content is of this format, formats earlier in the list ruled out."""

    def read(self, content: FileContent, limits: Limits, /) -> list[Worksheet]:
        """Return the worksheets in their order; UnsafeError if they must not be read, else DamagedError."""
