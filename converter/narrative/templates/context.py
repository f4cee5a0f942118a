"""What the templates of one department can name, and a note of all that was missing."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from converter.figures import Ledger, ListRow
from converter.narrative.blocks import TextRun, TextRuns, unmarked
from converter.narrative.deductions import applied_runs, reason_runs
from converter.narrative.missing_figures import MissingFigures
from converter.narrative.placeholders import Placeholders, Slot
from converter.narrative.prose import inline
from converter.narrative.templates.entries import ListEntry
from converter.pack import Amounts, Pack, Problem
from converter.rules import Score, ScoredCard

Render = Callable[[str], str]

FIELDS: Mapping[str, frozenset[str]] = {
    "deductions": frozenset({"name", "lost", "applied", "reason"}),
    "unscored": frozenset(),
    "problems": frozenset({"problem", "cause"}),
    "remedies": frozenset({"remedy", "detail"}),
}
"""The lists a template may go through, by their keys in pack.yaml, and what each of their entries has."""


class TemplateContext:
    """What the templates are given for one department.

    - `missing`: what they asked for in vain, with the name of the text it is, '' if it is none; figures are
      in `missing_figures`.
    - `unlisted`: what stands in a box because others of these lack.
    - `table_unit`: the unit of the amounts that print without one, while a table is built.
    """

    def __init__(self, pack: Pack, amounts: Amounts, ledger: Ledger, missing_figures: MissingFigures) -> None:
        self.pack, self.amounts, self.ledger = pack, amounts, ledger
        self.placeholders = Placeholders()
        self.missing: dict[str, str] = {}
        self.unlisted: dict[str, str] = {}
        self.missing_figures = missing_figures
        self.table_unit = ""

    def data(self, result: ScoredCard, problems: Iterable[Problem], render: Render) -> dict[str, Any]:
        """Return the engine's values under the names the pack gives them; `render` fills slots."""
        texts, named = self.pack.meta.texts, self.pack.meta.variables
        own = {"problem": self._points(texts.problems), "remedy": self._points(texts.remedies)}
        found = [  # that the data show, for where the department neither wrote nor denied any
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
            named.department: self.placeholders.put(TextRun(self.ledger.department)),
            named.short: self.written(self.text(texts.short) or self.ledger.department),
            named.grade: result.grade,
            named.deductions: [self._deduction(score) for score in result.scores if score.lost],
            named.unscored: [score.name for score in result.scores if score.points is None],
            named.problems: [{"problem": text, "cause": ""} for text in own["problem"]]
            or ([] if self.denies(texts.problems) else found),
            named.remedies: [{"remedy": text, "detail": ""} for text in own["remedy"]]
            or ([] if self.denies(texts.remedies) else found),
        }

    def lists(self) -> dict[str, list[ListEntry]]:
        """Return the rows of every list of the pack by its name."""
        return {
            name: [ListEntry(row, listed.words, self._of_row, self.slot) for row in self.ledger.rows_of(name)]
            for name, listed in self.pack.lists.items()
        }

    def slot(self, figure_id: str) -> Slot:
        """Return the slot of a figure."""
        figure = self.ledger.find(figure_id)
        denied = bool(figure and figure.value is None and self.missing_figures.answer(figure_id))
        return Slot(figure, figure_id, self._show, denied=denied)

    def text(self, name: str) -> str:
        """Return a text that the department supplied, '' if it did not."""
        text = self.ledger.texts.get(name)
        return unmarked(text.value) if text else ""

    def lines(self, name: str) -> list[str]:
        """Return the lines of a text that are not blank, without their closing stops."""
        return [line for line in map(inline, self.text(name).splitlines()) if line]

    def denies(self, name: str) -> bool:
        """Whether the department says that there is none of what a text is about, and nothing else."""
        lines = [self._point(line) for line in self.lines(name)]
        return bool(lines) and all(re.search(self.pack.words.nothing, line) for line in lines)

    def written(self, text: str) -> str:
        """Return the placeholder of words that a person wrote."""
        return self.placeholders.put(TextRun(text, written=True))

    def lacking(self, name: str, text: str = "") -> TextRun:
        """Note that something, or a `text`, is missing, and return the mark that stands in its place."""
        self.missing.setdefault(name, text)
        return TextRun(self.pack.words.missing_text.format(name=name), missing=name)

    def _points(self, name: str) -> list[str]:
        """Return the points the department wrote, one a line: not what only says that there is none, or holds
        the place of one.
        """
        words, points = self.pack.words, map(self._point, self.lines(name))
        no_points = f"{words.nothing}|{words.holds_place}"
        return [self.written(point) for point in points if point and not re.search(no_points, point)]

    def _point(self, line: str) -> str:
        """Return a point without the ordinal that it may begin with."""
        return re.sub(self.pack.words.point, "", line)

    def _of_row(self, row: ListRow, column: str) -> str:
        """Return the words of a row's column, or a mark that they are missing where they must not."""
        text = row.texts.get(column)
        if text and (written := unmarked(text.value)):
            return self.written(written)
        is_optional = self.pack.lists[row.list_name].columns[column].optional
        return "" if is_optional else self.placeholders.put(self.lacking(f"{row.name}{column}"))

    def _show(self, slot: Slot) -> str:
        if slot.value is None or slot.figure is None:
            self.missing_figures.note(slot.id)
            return self.placeholders.put(TextRun(self.pack.words.unknown_figure, missing=slot.id))
        if slot.bare:
            printed = self.amounts.below(self.table_unit, slot.value, slot.figure)
        else:
            printed = self.amounts.text(slot.value, slot.figure)
        return self.placeholders.put(TextRun(printed, slot.id, slot.value))

    def _deduction(self, score: Score) -> dict[str, Any]:
        meta = self.pack.meta
        return {
            "name": score.name,
            "lost": self.slot(f"{score.name}.{meta.lost}"),
            "applied": self._joined(applied_runs(score)),
            "reason": self._joined(reason_runs(score, meta.score_reason, self.lacking)),
        }

    def _joined(self, runs: TextRuns) -> str:
        return "".join(map(self.placeholders.put, runs))
