"""A plain list in a spreadsheet or a csv file: a header row, then one entry a row."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from converter import messages
from converter.errors import ReadError
from converter.pack import Limits
from converter.read.files.cells import Scalar, digits, normal_form
from converter.read.files.filed_file import FiledFile
from converter.read.files.workbook import open_workbook

LISTS = ".csv"
HEADER_WITHIN = 10  # rows: above the header stand a title, a date, who drew the list up


def read_list(
    path: Path, headers: Mapping[str, Sequence[str]], needed: str, limits: Limits
) -> list[dict[str, str]]:
    """Return the entries' texts by the keys of `headers`, which lists the labels each column may have.

    A column that is not there gives ''; rows without text in the `needed` column are passed over.
    ReadError if the file can't be read, has no such column or no entry.
    """
    file = FiledFile(path, path.name)
    tables = [_csv(file, limits)] if path.suffix.lower() == LISTS else _sheets(file, limits)
    for rows in tables:
        for at, row in enumerate(rows[:HEADER_WITHIN]):
            columns = _columns(row, headers)
            if needed in columns:
                return _entries(rows[at + 1 :], columns, headers, needed, file.name)
    raise ReadError(
        messages.overview.LIST_WITHOUT_HEAD.format(
            file=file.name, labels=messages.phrases.OR.join(headers[needed][:3])
        )
    )


def _entries(
    rows: list[list[Scalar]],
    columns: Mapping[str, int],
    headers: Mapping[str, Sequence[str]],
    needed: str,
    file: str,
) -> list[dict[str, str]]:
    found = [{key: _text(row, columns.get(key)) for key in headers} for row in rows]
    if not (entries := [entry for entry in found if entry[needed]]):
        raise ReadError(messages.overview.LIST_EMPTY.format(file=file))
    return entries


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
    return cell.strip() if isinstance(cell, str) else digits(cell)


def _sheets(file: FiledFile, limits: Limits) -> list[list[list[Scalar]]]:
    return [grid.rows for grid in open_workbook(file, limits).grids if not grid.is_hidden]


def _csv(file: FiledFile, limits: Limits) -> list[list[Scalar]]:
    text = _decoded(file.read_within(limits), file.name)
    try:
        return [[*row] for row in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error:
        raise ReadError(messages.files.FILE_BROKEN.format(file=file.name)) from None


def _decoded(data: bytes, file: str) -> str:
    """Return the text; spreadsheets on Chinese systems save csv files in GB 18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(messages.overview.LIST_ENCODING.format(file=file))
