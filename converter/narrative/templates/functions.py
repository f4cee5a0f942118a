"""The functions that the templates of one department can call."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from converter import messages
from converter.chinese import COMMA, numeral
from converter.figures import ListRow
from converter.narrative.blocks import (
    Annex,
    Attachments,
    Block,
    CoverLine,
    Missing,
    NewPage,
    Signature,
    Table,
    TextRun,
    TextRuns,
    Title,
)
from converter.narrative.issue_date import date_fault, issue_date, printed_date
from converter.narrative.placeholders import Slot
from converter.narrative.printed_sums import parts_rounded, ratio_inexact
from converter.narrative.prose import holds_place, inline, paragraphs
from converter.narrative.templates.context import TemplateContext
from converter.narrative.templates.entries import ListEntry, list_row

Build = Callable[[str, ListRow | None], Table]

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "title": (1, 9), "written": (1, 1), "denied": (1, 1), "prose": (1, 1), "words": (1, 2),
    "table": (1, 2), "annex": (2, 4), "missing": (1, 2), "ordinal": (1, 1),
    "cover_line": (2, 2), "cover_foot": (1, 1), "new_page": (0, 0),
    "lacking": (1, 1), "attachments": (1, 1), "signature": (1, 9), "rounded": (2, 9), "inexact": (3, 3),
}  # fmt: skip
"""The functions a template may call, each with the least and the most it takes."""


class TemplateFunctions:
    """Puts blocks and texts into a template; `build` makes a table of the pack, of a row of a list or none.

    `issued` is the date that was printed below the report, `undated` the name of the text it would be where
    that is blank.
    """

    def __init__(self, context: TemplateContext, build: Build) -> None:
        self._context, self._build = context, build
        self._pack, self._amounts, self._put = context.pack, context.amounts, context.placeholders.put
        self._words_in, self._runs_in = context.placeholders.words, context.placeholders.runs
        self._subheading = re.compile(context.pack.words.subheading)
        self.issued: date | None = None
        self.undated = ""

    def by_name(self) -> dict[str, Callable[..., str | bool]]:
        """Return `FUNCTIONS` by name; they return placeholders, except `written`, `denied` and `ordinal`."""
        return {
            "title": self._title,
            "written": lambda name: bool(self._context.text(name)),
            "denied": self._context.denies,
            "prose": self._prose,
            "words": self._words,
            "table": lambda name, of=None: self._block(self._table(name, of)),
            "annex": self._annex,
            "cover_line": self._cover_line,
            "cover_foot": lambda text: self._block(CoverLine(self._runs_in(text), is_foot=True)),
            "new_page": lambda: self._block(NewPage()),
            "attachments": lambda name: self._block(Attachments("", tuple(self._context.lines(name)))),
            "signature": self._signature,
            "rounded": partial(parts_rounded, self._amounts),
            "inexact": partial(ratio_inexact, self._amounts),
            "lacking": lambda name: self._put(self._context.lacking(self._words_in(name))),
            "missing": lambda text, listed=True: self._block(
                self._missing(self._words_in(text), listed=listed)
            ),
            "ordinal": numeral,
        }

    def _block(self, block: Block) -> str:
        return self._put((block,))

    def _title(self, *lines: str) -> str:
        return self._block(Title(tuple(map(self._words_in, lines))))

    def _cover_line(self, name: str, value: str | int | Slot) -> str:
        text = self._pack.words.cover_line.format(name=name, value=value)
        return self._block(CoverLine(self._runs_in(text)))

    def _table(self, name: str, of: ListEntry | None) -> Table:
        self._context.table_unit = self._amounts.unit_in(self._pack.tables[name].unit)
        table = self._build(name, list_row(of))
        self._context.table_unit = ""
        return table

    def _annex(self, title: str, name: str, *, landscape: bool = False, of: ListEntry | None = None) -> str:
        return self._put((Annex("", self._words_in(title), landscape), self._table(name, of)))

    def _missing(self, name: str, *, listed: bool = True, text: str = "") -> Missing:
        missing = self._context.missing if listed else self._context.unlisted
        missing.setdefault(name, text or name)
        return Missing(self._pack.words.missing_text.format(name=name))

    def _prose(self, name: str) -> str:
        text, called = self._supplied(name, name)
        blocks: tuple[Block, ...] = tuple(paragraphs(text, self._subheading))
        return self._put(blocks or (self._missing(called, text=name),))

    def _words(self, name: str, called: str = "") -> str:
        supplied, called = self._supplied(name, called or name)
        if text := inline(supplied):
            return self._context.written(text)
        return self._put(self._context.lacking(called, name))

    def _supplied(self, name: str, called: str) -> tuple[str, str]:
        """Return a text that must be supplied, '' where it is missing, and what it is called there.

        A text that only holds the place of one is missing as well, and its name says so.
        """
        text = self._context.text(name).strip()
        if holds_place(name, text, self._pack):
            return "", messages.filing.PLACE_HELD.format(name=called, written=text)
        return text, called

    def _signature(self, date_name: str, *contact_names: str) -> str:
        words = self._pack.words
        contacts = [
            words.contact.format(name=name, value=value)
            for name in contact_names
            if (value := inline(self._context.text(name)))
        ]
        contact = words.contacts.format(contacts=COMMA.join(contacts)) if contacts else ""
        return self._block(Signature(self._context.ledger.department, self._issue_date(date_name), contact))

    def _issue_date(self, name: str) -> TextRuns:
        """Return the date of issue as it prints, or a mark where it is none or before the year's end."""
        year, written = self._context.ledger.year, self._context.text(name).strip()
        if not written:
            self.undated = name
            return ()
        if fault := date_fault(name, written, year):
            return (self._context.lacking(fault),)
        self.issued = issue_date(written)
        assert self.issued
        return (TextRun(printed_date(self.issued)),)
