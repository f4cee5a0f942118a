"""One department's report, from the pack's wording and what was judged of the department."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError
from msgspec import Struct

from converter import messages
from converter.figures import Ledger
from converter.narrative.blocks import Block
from converter.narrative.markdown import MarkdownReader
from converter.narrative.missing_figures import BlankCells, MissingFigures
from converter.narrative.supplement_entries import entries_of
from converter.narrative.tables import Tables
from converter.narrative.templates.compiler import FilledTexts
from converter.narrative.templates.context import TemplateContext
from converter.narrative.templates.entries import Item
from converter.narrative.templates.functions import TemplateFunctions
from converter.narrative.templates.pack_templates import compiled_templates, items_of
from converter.pack import Amounts, Pack, PackError
from converter.rules import Assessment

_FAULTS = (TemplateError, TypeError, ArithmeticError, RecursionError)  # of wording when it is rendered

MOST_CHARACTERS = 5_000_000
"""Of a report; one of fifty pages has about fifty thousand."""


class Report(Struct, frozen=True):
    """The blocks of a report, and what a person still has to supply: the cells that are `blank`, and what
    else is `lacking`, each in a Chinese line, with the name that its box in the report bears, '' where it has
    none.

    `issued` is the date below it, None where that is open; `undated` names the text that it would be.
    """

    blocks: tuple[Block, ...]
    lacking: dict[str, str]
    blank: tuple[BlankCells, ...] = ()
    issued: date | None = None
    undated: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """All that a person still has to supply, in Chinese lines."""
        return (*self.lacking, *(cells.line for cells in self.blank))


class Narrator:
    """Makes reports by one pack, whose wording it compiles once."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._amounts = pack, Amounts(pack)
        self._items, self._entries = items_of(pack), entries_of(pack)
        self._answers = re.compile(pack.labels.answer)
        self._templates = compiled_templates(pack)
        self._markdown = MarkdownReader(pack.words)
        for error in () if pack.shipped else template_errors(pack):
            raise error
        self._report = self._templates.compiled(pack.report.text)

    def narrate(self, ledger: Ledger, assessment: Assessment) -> Report:
        """Return the report of one department; PackError if the pack's wording names what there is not."""
        result = assessment.scorecard
        missing_figures = MissingFigures(
            ledger,
            assessment.lacking,
            self._entries,
            self._answers,
            assessment.obstacles,
            self._pack.meta.self_score,
        )
        given = TemplateContext(self._pack, self._amounts, ledger, missing_figures)
        context: dict[str, Any] = {name: Item(name, bases, given.slot) for name, bases in self._items.items()}
        filled = FilledTexts(self._templates, given.placeholders, context)
        functions = TemplateFunctions(given, Tables(given, result, filled).build)
        context |= functions.by_name() | given.lists()
        try:
            context |= given.data(result, assessment.problems, filled.text)
            blocks = self._markdown.blocks(self._rendered(context), given.placeholders)
        except _FAULTS as fault:
            raise self._pack.report.error(_line_in(fault), _said(fault)) from None
        finally:
            context.clear()
        lacking = missing_figures.texts(given.missing) | dict.fromkeys(missing_figures.lines(), "")
        blank = tuple(missing_figures.blanks())
        if not (lacking or blank):
            lacking = missing_figures.texts(given.unlisted)  # a report with a box is never finished
        return Report(blocks, lacking, blank, functions.issued, functions.undated)

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


def template_errors(pack: Pack) -> Iterator[PackError]:
    """Yield an error for everything in the templates of a pack, which no department can fill."""
    from converter.narrative.templates import checking  # not needed for packs that come with the program

    return checking.template_errors(pack)
