"""The cells in a sheet's rows: values by kind and style, formulas, errors, and which rows are hidden."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from converter import messages
from converter.figures import position
from converter.read.files.archive import UnsafeError
from converter.read.files.cells import Scalar
from converter.read.files.formulas import LONGEST
from converter.read.files.xlsx.markup import (
    TEXTS,
    NotPlainError,
    attributes,
    cell_text,
    unescaped,
)
from converter.read.files.xlsx.styles import NumberFormat, moment_in_iso

_ADDRESS = "[A-Z0-9]{2,10}+"  # what reads like one; `position` judges it
_CELL = re.compile(
    rf'<c r="({_ADDRESS})"([^<>/]{{0,400}}+)>'
    r"(?:<v>([^<]*+)</v>|<is><t>([^<]*+)</t></is>|((?:<(?!/?c[ >])[^<]*+)++))</c>"
)
_STRIDE = _CELL.groups + 1
_CONTENT = re.compile(
    r"(?:<f([^<>]{0,400}+)>(?:([^<]*+)</f>)?)?"
    r"(?:<v([^<>]{0,100}+)>(?:([^<]*+)</v>)?)?"
    r'(?:<is><t( xml:space="preserve")?>([^<]*+)</t></is>)?'
)
_BETWEEN = re.compile(
    r"""(?:<(?:c r="[^<>/]{0,400}+(?:/|></c)|row(?:[\s/][^<>']{0,2000}+)?|/row)>|[\0\s]++)*+"""
)
_ROW = re.compile("<row([^<>]*+)>")
_NUMBERS = re.compile(r"[0-9.eE+\- ]*+")
_WHOLE = frozenset({"normal", "shared"})  # formulas of one cell; an array's result is spread over several
TRUE = frozenset({"1", "true"})
_BOOLEANS: dict[str, Scalar] = {"1": True, "true": True, "0": False, "false": False}
HIDDEN = (' hidden="1"', ' hidden="true"')
MOST_MOVED = 2_000_000  # characters of formulas moved to the cells that share them

Read = Callable[[str], Scalar]


class CellReader:
    """Collects what is in the rows of one sheet, by address.

    `values` are those of the filled cells, `failed` the cells whose formula has no result and errors.
    """

    def __init__(self, sheet: str, kinds: "CellKinds") -> None:
        self._sheet, self._kinds = sheet, kinds
        self.values: dict[str, Scalar] = {}
        self.failed: set[str] = set()
        self.formulas: dict[str, str] = {}
        self.hidden_rows: set[int] = set()
        self._shared: dict[str, tuple[str, int, int]] = {}
        self._movable = MOST_MOVED

    def read(self, rows: str) -> None:
        """Take in more rows; NotPlainError if they are not in plain shape, UnsafeError on a cell twice."""
        pieces = _CELL.split(rows)
        self._between("\0".join(filter(None, pieces[::_STRIDE])))
        groups = [pieces[nth::_STRIDE] for nth in range(1, _STRIDE)]
        kinds, values = self._kinds, self.values
        numbers: list[str] = []
        expected = len(values)
        cell = ""
        try:
            for cell, written, value, inline, other in zip(*groups, strict=True):
                kind = kinds[written]
                if value and kind is None:
                    content: Scalar = float(value)
                    numbers.append(value)
                elif value and kind:
                    content = kind(value)
                elif inline is not None:
                    content = TEXTS[inline]
                else:
                    content = self._other(cell, kind, other) if other else ""
                if content != "":
                    values[cell] = content
                    expected += 1
                elif kind is _error:
                    self.failed.add(cell)
        except (ValueError, KeyError):
            raise self._unknown(cell) from None
        if not _NUMBERS.fullmatch(" ".join(numbers)):
            odd = next(value for value in numbers if not _NUMBERS.fullmatch(value))
            raise self._unknown(groups[0][groups[2].index(odd)])
        if len(values) < expected:
            raise self._twice(groups[0])

    def _unknown(self, cell: str) -> NotPlainError:
        return NotPlainError(messages.files.UNSAFE_CELL.format(sheet=self._sheet, cell=cell))

    def _twice(self, cells: list[str]) -> UnsafeError:
        [(cell, _)] = Counter(cells).most_common(1)
        return UnsafeError(messages.files.UNSAFE_TWICE.format(sheet=self._sheet, cell=cell))

    def _other(self, cell: str, kind: Read | None, content: str) -> Scalar:
        """Return the value of a cell with a formula, an error, no value or an unusual one."""
        found = _CONTENT.fullmatch(content)
        if found is None:
            raise NotPlainError
        formula, formula_text, result, value, kept, inline = found.groups()
        if result is not None and value is None and not result.endswith("/"):
            raise NotPlainError
        if formula is not None:
            self._formula(cell, formula, formula_text)
        if inline is not None:
            return cell_text(inline, preserved=bool(kept))
        if value:
            return (kind or _number)(value)
        if formula is not None and not (kind is _words and result is not None):
            self.failed.add(cell)
        return ""

    def _between(self, text: str) -> None:
        """Take in what stands between filled cells, which must be rows and empty cells."""
        if not _BETWEEN.fullmatch(text) or text.count("hidden") != text.count(' hidden="'):
            raise NotPlainError
        if any(mark in text for mark in HIDDEN):
            for written in _ROW.findall(text):
                about = attributes(written.removesuffix("/"))
                if about.get("hidden") in TRUE:
                    number = about.get("r", "")
                    if not number.isdecimal():
                        raise NotPlainError
                    self.hidden_rows.add(int(number) - 1)

    def _formula(self, cell: str, written: str, formula: str | None) -> None:
        """Take in a cell's formula; one of an array, too long or lost in braces, which nobody works out."""
        if written.endswith("/") != (formula is None):
            raise NotPlainError
        about = attributes(written.removesuffix("/").removesuffix(" ")) if written else {}
        if about.get("t", "normal") not in _WHOLE or len(formula or "") > LONGEST:
            self.formulas[cell] = f"{{{unescaped((formula or '')[:LONGEST])}}}"
            return
        row, column = position(cell)
        if formula:
            text = unescaped(formula)
            if "si" in about:
                self._shared.setdefault(about["si"], (text, row, column))
        elif about.get("si") in self._shared and self._movable > 0:
            from converter.read.files.formulas.tokens import moved

            origin, from_row, from_column = self._shared[about["si"]]
            self._movable -= len(origin)
            text = moved(origin, row - from_row, column - from_column)
        else:
            text = ""
        self.formulas[cell] = text or "{}"


class CellKinds(dict[str, Read | None]):
    """How the cells of a workbook are read, by their attributes as written; None is a plain number."""

    def __init__(self, strings: Mapping[str, str], dates: Mapping[str, NumberFormat]) -> None:
        super().__init__()
        self._dates = dates
        self._by_type: dict[str, Read] = {
            "s": strings.__getitem__,
            "str": _words,
            "inlineStr": _words,
            "b": _BOOLEANS.__getitem__,
            "d": moment_in_iso,
            "e": _error,
        }

    def __missing__(self, written: str) -> Read | None:
        about = attributes(written)
        kind, shown = about.get("t", "n"), self._dates.get(about.get("s", ""))
        read = self._by_type[kind] if kind != "n" else _as(shown) if shown else None
        self[written] = read
        return read


def _as(shown: NumberFormat) -> Read:
    return lambda value: shown(_number(value))


def _words(value: str) -> str:
    return cell_text(value, preserved=True)


def _number(value: str) -> float:
    if not _NUMBERS.fullmatch(value):
        raise ValueError(value)
    return float(value)


def _error(value: str) -> str:
    return ""
