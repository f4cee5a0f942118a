"""Read a workbook in Office Open XML (.xlsx, .xlsm, .xltx, .xltm, WPS's .et of this kind), whoever wrote it.

Each sheet's XML is read in one pass, which tells all: cells, merged areas, formulas, errors, hidden rows and
columns. `package` finds the parts, `strings` and `styles` are what cells refer to, `number_formats` how they
are shown; `cells` and `sheet` read with patterns the plain shape that office programs write (`markup`). What
is written otherwise, `rewriting` brings into that shape with a true XML parser, and the same patterns read
it: there is one reader, so no guard and reader can see different things. What the format leaves open is
decided as follows:

- Cells: filled is a cell with a value, a formula or an error. Empty cells with a format are not seen,
  wherever they stand. A cell or row without an address follows the one before; a cell given twice is refused.
- Numbers are floats. Booleans are `1` and `0`, `true` and `false`. An error (`t="e"`) and a formula without a
  result give no value and are named in `uncomputed`; a formula that gave an empty text is an empty cell.
- Dates: a number is a date, a time or a duration by its style's format: those built in, the Chinese ones
  among them (27–36, 50–58), or one whose code has year, month, day, hour or second. The workbook says whether
  days count from 1900 or 1904; a number that is no day stays one. `t="d"` is a date as ISO 8601 writes it.
- Texts: the runs of rich text are joined, phonetic runs left out. Blanks at either end count only with
  `xml:space="preserve"`. `_x000D_` and its like are the characters they stand for.
- Formulas: a shared one is moved to each of its cells; of an array or a data table no cell has its own.
- XML: prefixes, quotes and blanks do not matter, nor does the namespace (transitional or strict). Parts are
  in UTF-8, UTF-16, GBK, GB 18030, Latin-1 or ASCII. Comments and processing instructions are no content,
  CDATA is text, what stands in extensions (`extLst`) is passed over. A document type is refused.
"""

from converter import messages
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.format import FileContent, Worksheet
from converter.read.files.xlsx.package import main_part, package_of
from converter.read.files.xlsx.sheet import SheetReader
from converter.read.files.xlsx.strings import shared_strings
from converter.read.files.xlsx.styles import date_styles

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})


def matches(content: FileContent) -> bool:
    """Whether the content has the main part of such a workbook."""
    return content.is_zip and bool(main_part(content.parts))


def read(content: FileContent, limits: Limits) -> list[Worksheet]:
    """Return the worksheets; UnsafeError if one is damaged, or they, their cells or merges are too many."""
    package = package_of(content.parts)
    if len(package.sheets) > limits.members:  # several may be of one part
        raise UnsafeError(messages.files.UNSAFE_SHEETS)
    strings = shared_strings(package.strings) if package.strings else {}
    dates = date_styles(package.styles, is_1904=package.is_1904) if package.styles else {}
    reader = SheetReader(strings, dates, limits)
    return [reader.worksheet(sheet, with_formulas=not package.rounds_as_shown) for sheet in package.sheets]
