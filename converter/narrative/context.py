"""What the templates can name of one department, and a note of all that was missing."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from converter import messages
from converter.chinese import COMMA, numeral
from converter.figures import Ledger, ListRow
from converter.narrative.blocks import (
    Annex,
    Attachments,
    Block,
    CoverLine,
    Missing,
    NewPage,
    Run,
    Runs,
    Signature,
    Table,
    Title,
)
from converter.narrative.deductions import applied_runs, reason_runs
from converter.narrative.entries import ListEntry, list_row
from converter.narrative.issue_date import issue_date, printed_date
from converter.narrative.missing_figures import MissingFigures
from converter.narrative.placeholders import Placeholders, Slot, clean
from converter.narrative.printed_sums import parts_rounded, ratio_inexact
from converter.narrative.prose import holds_place, inline, paragraphs
from converter.pack import Amounts, Pack, Problem
from converter.rules import Score, ScoredCard

Render = Callable[[str], str]
Build = Callable[[str, ListRow | None], Table]

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "title": (1, 9), "written": (1, 1), "prose": (1, 1), "words": (1, 2), "table": (1, 2), "annex": (2, 4),
    "missing": (1, 2), "ordinal": (1, 1),
    "cover_line": (2, 2), "cover_foot": (1, 1), "new_page": (0, 0),
    "lacking": (1, 1), "attachments": (1, 1), "signature": (1, 9), "rounded": (2, 9), "inexact": (3, 3),
}  # fmt: skip
"""The functions a template may call, each with the least and the most it takes."""
FIELDS: Mapping[str, frozenset[str]] = {
    "deductions": frozenset({"name", "lost", "applied", "reason"}),
    "unscored": frozenset(),
    "problems": frozenset({"problem", "cause"}),
    "remedies": frozenset({"remedy", "detail"}),
}
"""The lists a template may go through, by their keys in pack.yaml, and what each of their entries has."""


class TemplateContext:
    """What the templates are given for one department.

    `missing` is what they asked for in vain, with the name of the text it is, '' if it is none; figures are
    in `missing_figures`; `unlisted` is what stands in a box because others of these lack. `issued` is the
    date they printed below the report, `undated` the name of the text it would be where that is blank.
    """

    def __init__(self, pack: Pack, amounts: Amounts, ledger: Ledger, missing_figures: MissingFigures) -> None:
        self.pack, self.amounts, self.ledger = pack, amounts, ledger
        self._subheading = re.compile(pack.words.subheading)
        self.placeholders = Placeholders()
        self.missing: dict[str, str] = {}
        self.unlisted: dict[str, str] = {}
        self.missing_figures = missing_figures
        self._table_unit = ""
        self.issued: date | None = None
        self.undated = ""

    def data(self, result: ScoredCard, problems: Iterable[Problem], render: Render) -> dict[str, Any]:
        """Return the engine's values under the names the pack gives them; `render` fills slots."""
        texts, named = self.pack.meta.texts, self.pack.meta.variables
        own = {"problem": self._own(texts.problems), "remedy": self._own(texts.remedies)}
        found = [
            {
                "problem": problem.problem,
                "cause": render(problem.cause),
                "remedy": problem.remedy,
                "detail": render(problem.detail),
            }
            for problem in problems
        ]
        return {
            named.year: self.ledger.year,
            named.last_year: self.ledger.year - 1,
            named.department: self.placeholders.put(Run(self.ledger.department)),
            named.short: self._written(self._text(texts.short) or self.ledger.department),
            named.grade: result.grade,
            named.deductions: [self._deduction(score) for score in result.scores if score.lost],
            named.unscored: [score.name for score in result.scores if score.points is None],
            named.problems: [{"problem": text, "cause": ""} for text in own["problem"]] or found,
            named.remedies: [{"remedy": text, "detail": ""} for text in own["remedy"]] or found,
        }

    def lists(self) -> dict[str, list[ListEntry]]:
        """Return the rows of every list of the pack by its name."""
        return {
            name: [ListEntry(row, listed.words, self._of_row, self.slot) for row in self.ledger.rows_of(name)]
            for name, listed in self.pack.lists.items()
        }

    def functions(self, table: Build) -> dict[str, Callable[..., str | bool]]:
        """Return `FUNCTIONS` by name; what they return is a placeholder, but for `written` and `ordinal`."""

        def built(name: str, of: ListEntry | None = None) -> Table:
            self._table_unit = self.amounts.unit_in(self.pack.tables[name].unit)
            made = table(name, list_row(of))
            self._table_unit = ""
            return made

        return {
            "title": self._title,
            "written": lambda name: bool(self._text(name)),
            "prose": self._prose,
            "words": self._words,
            "table": lambda name, of=None: self._block(built(name, of)),
            "annex": lambda title, name, landscape=False, of=None: self._annex(
                self.placeholders.words(title), built(name, of), landscape
            ),
            "cover_line": self._cover_line,
            "cover_foot": lambda text: self._block(CoverLine(self.placeholders.runs(text), is_foot=True)),
            "new_page": lambda: self._block(NewPage()),
            "attachments": lambda name: self._block(Attachments("", tuple(self._lines(name)))),
            "signature": self._signature,
            "rounded": partial(parts_rounded, self.amounts),
            "inexact": partial(ratio_inexact, self.amounts),
            "lacking": lambda name: self.placeholders.put(self.lacking(self.placeholders.words(name))),
            "missing": lambda text, listed=True: self._block(
                self._missing(self.placeholders.words(text), listed)
            ),
            "ordinal": numeral,
        }

    def slot(self, figure_id: str) -> Slot:
        """Return the slot of a figure."""
        return Slot(self.ledger.find(figure_id), figure_id, self._show)

    def _of_row(self, row: ListRow, column: str) -> str:
        """Return the words of a row's column, or a mark that they are missing where they must not."""
        text = row.texts.get(column)
        if text and (written := clean(text.value)):
            return self._written(written)
        is_optional = self.pack.lists[row.list_name].columns[column].optional
        return "" if is_optional else self.placeholders.put(self.lacking(f"{row.name}{column}"))

    def _show(self, slot: Slot) -> str:
        if slot.value is None or slot.figure is None:
            self.missing_figures.note(slot.id)
            return self.placeholders.put(Run(self.pack.words.unknown_figure, missing=True))
        if slot.bare:
            printed = self.amounts.below(self._table_unit, slot.value, slot.figure)
        else:
            printed = self.amounts.text(slot.value, slot.figure)
        return self.placeholders.put(Run(printed, slot.id, slot.value))

    def _title(self, *lines: str) -> str:
        return self._block(Title(tuple(map(self.placeholders.words, lines))))

    def _cover_line(self, name: str, value: str | int | Slot) -> str:
        text = self.pack.words.cover_line.format(name=name, value=value)
        return self._block(CoverLine(self.placeholders.runs(text)))

    def _block(self, block: Block) -> str:
        return self.placeholders.put((block,))

    def _written(self, text: str) -> str:
        return self.placeholders.put(Run(text, written=True))

    def _text(self, name: str) -> str:
        text = self.ledger.texts.get(name)
        return clean(text.value) if text else ""

    def _own(self, name: str) -> list[str]:
        """Return the points the department wrote, one a line, without the ordinal a line may begin with."""
        return [self._written(re.sub(self.pack.words.point, "", line)) for line in self._lines(name)]

    def _lines(self, name: str) -> list[str]:
        """Return the lines of a text that are not blank, without their closing stops."""
        return [line for line in map(inline, self._text(name).splitlines()) if line]

    def _signature(self, date_name: str, *contact_names: str) -> str:
        words = self.pack.words
        contacts = [
            words.contact.format(name=name, value=value)
            for name in contact_names
            if (value := inline(self._text(name)))
        ]
        contact = words.contacts.format(contacts=COMMA.join(contacts)) if contacts else ""
        return self._block(Signature(self.ledger.department, self._issued(date_name), contact))

    def _issued(self, name: str) -> Runs:
        """Return the date of issue as it prints, or a mark where it is none or before the year's end."""
        written = self._text(name).strip()
        if not written:
            self.undated = name
            return ()
        self.issued = issue_date(written)
        if self.issued is None:
            return (self.lacking(messages.filing.DATE_UNREADABLE.format(name=name, written=written)),)
        if self.issued <= date(self.ledger.year, 12, 31):
            told = messages.filing.DATE_TOO_EARLY.format(name=name, written=written, year=self.ledger.year)
            return (self.lacking(told),)
        return (Run(printed_date(self.issued)),)

    def _prose(self, name: str) -> str:
        text, called = self._told(name, name)
        blocks: tuple[Block, ...] = tuple(paragraphs(text, self._subheading))
        return self.placeholders.put(blocks or (self._missing(called, text=name),))

    def _words(self, name: str, called: str = "") -> str:
        told, called = self._told(name, called or name)
        text = inline(told)
        return self._written(text) if text else self.placeholders.put(self.lacking(called, name))

    def _told(self, name: str, called: str) -> tuple[str, str]:
        """Return a text that must be written, and what it is called where it is missing: so is one that only
        holds its place, and then that is said, too.
        """
        text = self._text(name).strip()
        if holds_place(name, text, self.pack):
            return "", messages.filing.PLACE_HELD.format(name=called, written=text)
        return text, called

    def lacking(self, name: str, text: str = "") -> Run:
        """Note that something, or a `text`, is missing, and return the mark that stands in its place."""
        self.missing.setdefault(name, text)
        return Run(self.pack.words.missing_text.format(name=name), missing=True)

    def _deduction(self, score: Score) -> dict[str, Any]:
        meta = self.pack.meta
        return {
            "name": score.name,
            "lost": self.slot(f"{score.name}.{meta.lost}"),
            "applied": self._joined(applied_runs(score)),
            "reason": self._joined(reason_runs(score, meta.score_reason, self.lacking)),
        }

    def _joined(self, runs: Runs) -> str:
        return "".join(map(self.placeholders.put, runs))

    def _missing(self, name: str, listed: bool = True, text: str = "") -> Missing:
        (self.missing if listed else self.unlisted).setdefault(name, text or name)
        return Missing(self.pack.words.missing_text.format(name=name))

    def _annex(self, title: str, table: Table, landscape: bool) -> str:
        return self.placeholders.put((Annex("", title, landscape), table))
