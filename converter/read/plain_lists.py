"""A plain list in a spreadsheet or a text file: a header row, then one entry a row."""

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.chinese import COMMA, ENUMERATION_COMMA, SEMICOLON
from converter.errors import ReadError
from converter.pack import Limits
from converter.read.files.cells import Scalar, digits, normal_form
from converter.read.files.filed_file import FiledFile
from converter.read.files.workbook import open_workbook

LISTS = frozenset({".csv", ".tsv", ".txt"})
MOST_CELLS = 2_000_000  # of a list in a text file
HEADER_WITHIN = 10  # rows: above the header stand a title, a date, who drew the list up
SEPARATORS = (",", "\t", ";", COMMA, SEMICOLON, ENUMERATION_COMMA, "|")  # between columns of a text file

ScalarRows = list[list[Scalar]]


class PlainRow(Struct, frozen=True):
    """A row below the header: its texts by the keys of the columns, '' where there is none; what else its row
    holds up to the needed column, and whether nothing stands behind that.
    """

    texts: dict[str, str]
    before: tuple[str, ...]
    is_alone: bool


def read_list(
    path: Path, headers: Mapping[str, Sequence[str]], needed: str, limits: Limits
) -> list[PlainRow]:
    """Return the entries by the keys of `headers`, which lists the labels each column may have; of all sheets
    that have such a header, what an earlier one has too left out.

    A column that is not there gives ''; rows without text in the `needed` column are passed over, and headers
    that are printed again. ReadError if the file can't be read, has no such column or no entry.
    """
    file = FiledFile(path, path.name)
    tables = _in_text(file, limits) if path.suffix.lower() in LISTS else _sheets(file, limits)
    heads = [found for rows in tables if (found := _head(rows, headers, needed))]
    if not heads:
        raise ReadError(_without_head(tables, headers[needed], file.name))
    if path.suffix.lower() in LISTS:  # the same rows, parted by one sign or another
        heads = [max(heads, key=lambda found: len(found.columns))]
    entries: list[PlainRow] = []
    for head in heads:
        listed = {(*entry.texts.values(),) for entry in entries}
        own = _entries(head, headers, needed)
        entries += [entry for entry in own if (*entry.texts.values(),) not in listed]
    if not entries:
        raise ReadError(messages.overview.LIST_EMPTY.format(file=file.name))
    return entries


class _Head(Struct, frozen=True):
    """The columns of a header row by their keys, and the rows below it."""

    columns: dict[str, int]
    below: ScalarRows


def _head(rows: ScalarRows, headers: Mapping[str, Sequence[str]], needed: str) -> _Head | None:
    """Return the first row that names the needed column, None if none does."""
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row, headers)
        if needed in columns:
            return _Head(columns, rows[at + 1 :])
    return None


def _without_head(tables: Sequence[ScalarRows], labels: Sequence[str], file: str) -> str:
    """Return why a list has no header: its columns run into one another, or none has such a head."""
    tops = [row for rows in tables for row in rows[:HEADER_WITHIN]]
    top = [normal_form(cell) for row in tops for cell in row if isinstance(cell, str)]
    parted = any(sum(1 for cell in row if cell not in ("", None)) > 1 for row in tops)
    runs_on = not parted and any(cell.startswith(normal_form(label)) for cell in top for label in labels)
    message = messages.overview.LIST_UNSEPARATED if runs_on else messages.overview.LIST_WITHOUT_HEAD
    return message.format(file=file, labels=messages.phrases.OR.join(labels[:3]))


def _entries(head: _Head, headers: Mapping[str, Sequence[str]], needed: str) -> list[PlainRow]:
    at, found = head.columns[needed], list[PlainRow]()
    for row in head.below:
        texts = {key: _text(row, head.columns.get(key)) for key in headers}
        if texts[needed] and needed not in _columns(row, headers):
            cells = [_text(row, column) for column in range(len(row))]
            found.append(PlainRow(texts, tuple(filter(None, cells[:at])), not any(cells[at + 1 :])))
    return found


def _columns(row: list[Scalar], headers: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the column of each key whose label is in the row; the first one counts."""
    labels = [normal_form(cell) if isinstance(cell, str) else "" for cell in row]
    found: dict[str, int] = {}
    for key, names in headers.items():
        known = {normal_form(name) for name in names}
        for column, label in enumerate(labels):
            if label in known:
                found.setdefault(key, column)
    return found


def _text(row: list[Scalar], column: int | None) -> str:
    if column is None or column >= len(row):
        return ""
    cell = row[column]
    return _in_one_line(cell) if isinstance(cell, str) else digits(cell)


def _in_one_line(text: str) -> str:
    """Return a text without line breaks and unseen characters: it is printed among lines of ours."""
    if text.isprintable():
        return text.strip()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _sheets(file: FiledFile, limits: Limits) -> list[ScalarRows]:
    return [grid.rows for grid in open_workbook(file, limits).grids if not grid.is_hidden] or [[]]


def _in_text(file: FiledFile, limits: Limits) -> list[ScalarRows]:
    """Return what a text file reads as by each of the separators."""
    text = _decoded(file.read_within(limits), file.name)
    if sum(map(text.count, (*SEPARATORS, "\n", "\r"))) > MOST_CELLS:
        reason = messages.files.UNSAFE_SPREAD
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file.name, reason=reason))
    return [_separated(text, separator, file.name) for separator in SEPARATORS]


def _separated(text: str, separator: str, file: str) -> ScalarRows:
    try:
        return [[*row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        raise ReadError(messages.files.FILE_BROKEN.format(file=file)) from None


def _decoded(data: bytes, file: str) -> str:
    """Return the text; spreadsheets on Chinese systems save text in GB 18030, or in UTF-16 with its mark."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(messages.overview.LIST_ENCODING.format(file=file))
