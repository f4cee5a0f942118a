"""Rows of a plain list that are no entries of it: totals, notes, who signed, headings of its parts."""

import re
from collections.abc import Sequence

from converter.chinese import ENUMERATION_COMMA
from converter.pack import Labels
from converter.read.files.cells import normal_form
from converter.read.labels.names_alike import NamesAlike
from converter.read.plain_lists import PlainRow


class ListLines:
    """Tells by a pack's words the entries of a list of organisations from the lines among and below them.

    `total` is the pattern of what says that a row counts the others.
    """

    def __init__(self, labels: Labels, total: str) -> None:
        self._total = re.compile(total)
        self._frame = re.compile("|".join(map(normal_form, labels.title_block.page_frame)))
        self._counted, self._ordinal = re.compile(labels.counted), re.compile(labels.ordinal)
        self._is_organisation = NamesAlike(labels).is_organisation

    def entries(self, rows: Sequence[PlainRow], name: str) -> tuple[list[PlainRow], list[str]]:
        """Return the entries, and the texts of rows that seem to be headings of those below.

        `name` is the key of the names.
        """
        rows = [row for row in rows if not self._is_beside((*row.before, row.texts[name]))]
        may_head = 2 * sum(row.is_alone for row in rows) <= len(rows)  # where few stand alone
        headings = [
            row
            for row in rows
            if (may_head and row.is_alone and self._heads(row, row.texts[name]))
            or self._is_aside(row.texts[name])
        ]
        return [row for row in rows if row not in headings], [row.texts[name] for row in headings]

    def _is_beside(self, cells: Sequence[str]) -> bool:
        """Whether a row is a total, a note or who signed: its name stands behind what says so, or is that."""
        return any(
            self._total.fullmatch(text) or (self._frame.match(text) and not self._is_organisation(text))
            for text in map(normal_form, cells)
            if not text.isdigit()  # a number or a code, not that of a page
        )

    def _heads(self, row: PlainRow, name: str) -> bool:
        """Whether what stands alone in its row is a heading, by its number or not being an organisation."""
        numbers = (normal_form(name), *(f"{cell}{ENUMERATION_COMMA}" for cell in row.before))
        return any(map(self._counted.match, numbers)) or not self._is_organisation(name)

    def _is_aside(self, name: str) -> bool:
        """Whether a name is numbered, or says of what it is a part, and is no organisation's."""
        return bool(self._ordinal.match(normal_form(name))) and not self._is_organisation(name)
