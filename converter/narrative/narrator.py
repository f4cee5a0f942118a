"""One department's report, from the pack's wording and what was judged of the department."""

from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateError
from msgspec import Struct

from converter import messages
from converter.figures import Ledger, basis_of, item_of
from converter.narrative.blocks import Block, Runs
from converter.narrative.context import FUNCTIONS, Item, TemplateContext
from converter.narrative.markdown import MarkdownReader
from converter.narrative.tables import Tables
from converter.narrative.templates import Templates, is_template
from converter.pack import Amounts, Pack, PackError, Problem, known_ids
from converter.rules import ScoredCard

_FAULTS = (TemplateError, TypeError, ArithmeticError, RecursionError)  # of wording when it is rendered

MOST_CHARACTERS = 5_000_000
"""Of a report; one of fifty pages has about fifty thousand."""


class Report(Struct, frozen=True):
    """The blocks of a report, and what a person still has to supply, each in a Chinese line."""

    blocks: tuple[Block, ...]
    missing: tuple[str, ...]


class Narrator:
    """Makes reports by one pack, whose wording it compiles once."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._amounts = pack, Amounts(pack)
        self._items = _items(pack)
        names = {*self._items, *FUNCTIONS, *pack.meta.variables.model_dump().values()}
        self._templates = Templates(pack.report_file, frozenset(names))
        self._markdown = MarkdownReader(pack.words)
        # All at once, so that a fault in any template stops a run at its start.
        for text in (pack.report, *filter(is_template, _short_templates(pack))):
            self._templates.compiled(text)

    def narrate(self, ledger: Ledger, result: ScoredCard, problems: tuple[Problem, ...]) -> Report:
        """Return the report of one department; PackError if the pack's wording names what there is not."""
        templates, making = self._templates, TemplateContext(self._pack, self._amounts, ledger)
        context: dict[str, Any] = {
            name: Item(name, bases, making.slot) for name, bases in self._items.items()
        }

        def render(text: str) -> str:
            return templates.rendered(text, context)

        def runs(text: str) -> Runs:
            return making.placeholders.runs(render(text))

        def holds(condition: str) -> bool:
            return templates.holds(condition, context)

        tables = Tables(self._pack, self._amounts, ledger, result, runs, holds, making.lacking)
        context |= making.functions(tables.build)
        try:
            context |= making.data(result, problems, render)
            blocks = self._markdown.blocks(self._rendered(context), making.placeholders)
        except _FAULTS as fault:
            raise PackError(self._pack.report_file, 0, str(fault)) from None
        finally:
            context.clear()
        return Report(blocks, tuple(making.missing))

    def _rendered(self, context: dict[str, Any]) -> str:
        """Return the text of the report.

        As `Template.render` does, but the context is emptied afterwards: it holds the macros of the template,
        and each of them holds the context. Such a circle keeps a whole department in memory until the garbage
        collector runs, which is seldom in a worker.
        """
        template = self._templates.compiled(self._pack.report)
        own = template.new_context(context)
        try:
            return self._bounded(template.root_render_func(own))
        finally:
            own.vars.clear()

    def _bounded(self, pieces: Iterable[str]) -> str:
        """Return the pieces as one text; PackError if it is longer than any report."""
        kept, length = list[str](), 0
        for piece in pieces:
            kept.append(piece)
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise PackError(self._pack.report_file, 0, messages.packs.TEMPLATE_ENDLESS)
        return "".join(kept)


def _items(pack: Pack) -> dict[str, frozenset[str]]:
    """Return the bases of every item the pack knows."""
    items: dict[str, set[str]] = {}
    for figure_id in known_ids(pack):
        items.setdefault(item_of(figure_id), set()).add(basis_of(figure_id))
    return {name: frozenset(bases) for name, bases in items.items()}


def _short_templates(pack: Pack) -> list[str]:
    """Return the texts beside the report in which a pack may have slots."""
    texts = [text for problem in pack.problems.values() for text in (problem.cause, problem.detail)]
    for table in pack.tables.values():
        cells = [cell for row in (*table.header, *table.grid) for cell in row]
        texts += [table.caption, table.note]
        texts += [cell if isinstance(cell, str) else cell.text for cell in cells]
    return texts
