"""One department's report, from the pack's wording and what was judged of the department."""

import re
from collections.abc import Iterable
from datetime import date
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError
from msgspec import Struct

from converter import messages
from converter.figures import Ledger
from converter.narrative.blocks import Block, Runs
from converter.narrative.context import TemplateContext
from converter.narrative.entries import Item
from converter.narrative.markdown import MarkdownReader
from converter.narrative.missing_figures import MissingFigures, entries_of
from converter.narrative.tables import Tables
from converter.narrative.templates import Templates
from converter.narrative.wording import check_templates, items_of
from converter.pack import Amounts, Pack
from converter.rules import Assessment

_FAULTS = (TemplateError, TypeError, ArithmeticError, RecursionError)  # of wording when it is rendered

MOST_CHARACTERS = 5_000_000
"""Of a report; one of fifty pages has about fifty thousand."""


class Report(Struct, frozen=True):
    """The blocks of a report, and what a person still has to supply, each in a Chinese line.

    `issued` is the date below it, None where that is open.
    """

    blocks: tuple[Block, ...]
    missing: tuple[str, ...]
    issued: date | None = None


class Narrator:
    """Makes reports by one pack, whose wording it compiles once."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._amounts = pack, Amounts(pack)
        self._items, self._entries = items_of(pack), entries_of(pack)
        self._answers = re.compile(pack.labels.answer)
        self._templates = Templates()
        self._markdown = MarkdownReader(pack.words)
        if not pack.shipped:
            check_templates(pack)
        self._report = self._templates.compiled(pack.report.text)

    def narrate(self, ledger: Ledger, assessment: Assessment) -> Report:
        """Return the report of one department; PackError if the pack's wording names what there is not."""
        result = assessment.scorecard
        lacking = MissingFigures(ledger, assessment.lacking, self._entries, self._answers)
        templates, making = self._templates, TemplateContext(self._pack, self._amounts, ledger, lacking)
        context: dict[str, Any] = {
            name: Item(name, bases, making.slot) for name, bases in self._items.items()
        }

        def render(text: str) -> str:
            return templates.rendered(text, context)

        def runs(text: str) -> Runs:
            return making.placeholders.runs(render(text))

        def holds(condition: str) -> bool:
            return templates.holds(condition, context)

        tables = Tables(self._pack, self._amounts, ledger, result, runs, holds, making.lacking, lacking)
        context |= making.functions(tables.build) | making.lists()
        try:
            context |= making.data(result, assessment.problems, render)
            blocks = self._markdown.blocks(self._rendered(context), making.placeholders)
        except _FAULTS as fault:
            raise self._pack.report.error(_line_in(fault), _said(fault)) from None
        finally:
            context.clear()
        return Report(blocks, (*making.missing, *lacking.lines()), making.issued)

    def _rendered(self, context: dict[str, Any]) -> str:
        """Return the text of the report.

        As `Template.render` does, but the context is emptied afterwards: it holds the macros of the template,
        and each of them holds the context. Such a circle keeps a whole department in memory until the garbage
        collector runs, which is seldom in a worker.
        """
        own = self._report.new_context(context)
        try:
            return self._bounded(self._report.root_render_func(own))
        finally:
            own.vars.clear()

    def _bounded(self, pieces: Iterable[str]) -> str:
        """Return the pieces as one text; PackError if it is longer than any report."""
        kept, length = list[str](), 0
        for piece in pieces:
            kept.append(piece)
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise self._pack.report.error(1, messages.packs.TEMPLATE_ENDLESS)
        return "".join(kept)


def _line_in(fault: Exception) -> int:
    """Return the line of the report's template in which rendering failed, 1 if it was not in the template."""
    lines = [frame.lineno for frame in extract_tb(fault.__traceback__) if frame.filename == "<template>"]
    return lines[0] or 1 if lines else 1


def _said(fault: Exception) -> str:
    """Return what is wrong, in Chinese: what we raise ourselves is."""
    said = fault.message if isinstance(fault, TemplateError) else ""
    return said if said and not said.isascii() else messages.packs.TEMPLATE_NOT_FILLED
