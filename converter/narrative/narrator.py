"""The door of the room: outline and wording + ledger → blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from jinja2 import Template, TemplateSyntaxError, UndefinedError
from markdown_it import MarkdownIt

from converter import messages
from converter.figures import Ledger, basis_of, item_of
from converter.narrative.blocks import Annex, Attachments, Block, Heading, Paragraph, Run, Runs
from converter.narrative.context import Item, TemplateContext
from converter.narrative.numbering import Counter
from converter.narrative.tables import Tables
from converter.narrative.templates import Templates
from converter.pack import Amounts, Pack, PackError, Problem, known_ids
from converter.rules import ScoredCard


@dataclass(frozen=True, slots=True)
class Report:
    """The blocks of a report, and what a person still has to supply, each in a Chinese line."""

    blocks: tuple[Block, ...]
    missing: tuple[str, ...]


class Narrator:
    """A pack's wording, compiled once per worker."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._amounts = pack, Amounts(pack)
        self._wording = Templates()
        # blocks alone: what is inside them is ours, or a person's, and never Markdown
        self._markdown = MarkdownIt("zero").enable("heading").disable(["inline", "text_join"])
        self._templates: dict[str, Template] = {}
        self._conditions: dict[str, Callable[..., Any]] = {}
        self._report = self._compiled(pack.report)
        for text in filter(_is_template, _texts(pack)):
            self._compiled(text)

    def narrate(self, ledger: Ledger, result: ScoredCard, problems: tuple[Problem, ...]) -> Report:
        """Return the report of one department; PackError if the pack's wording names what there is not."""
        telling = TemplateContext(self._pack, self._amounts, ledger)
        context: dict[str, Any] = {
            name: Item(name, bases, telling.slot) for name, bases in self._items.items()
        }

        def render(text: str) -> str:
            return self._compiled(text).render(context) if _is_template(text) else text

        def runs(text: str) -> Runs:
            return telling.marks.runs(render(text))

        def holds(text: str) -> bool:
            return bool(self._condition(text)(**context))

        tables = Tables(self._pack, self._amounts, ledger, result, runs, holds)
        context |= telling.functions(tables.build)
        try:
            context |= telling.data(result, problems, render)
            blocks = list(self._blocks(self._rendered(context), telling))
        except UndefinedError as unknown:
            raise PackError(self._pack.report_file, 0, str(unknown)) from None
        finally:
            context.clear()
        return Report(tuple(self._annexed(blocks)), tuple(telling.missing))

    def _rendered(self, context: dict[str, Any]) -> str:
        """Return the text of the report.

        Its macros hold what they can name, which holds them: let go here, or a whole department would wait
        for the collector of such circles.
        """
        given = self._report.new_context(context)
        try:
            return "".join(self._report.root_render_func(given))
        finally:
            given.vars.clear()

    @cached_property
    def _items(self) -> dict[str, frozenset[str]]:
        items: dict[str, set[str]] = {}
        for figure_id in known_ids(self._pack):
            items.setdefault(item_of(figure_id), set()).add(basis_of(figure_id))
        return {name: frozenset(bases) for name, bases in items.items()}

    def _compiled(self, text: str) -> Template:
        """Return the compiled template; PackError on bad syntax or a name that is never supplied."""
        if text not in self._templates:
            try:
                template, asked = self._wording.compiled(text)
            except TemplateSyntaxError as wrong:
                raise PackError(self._pack.report_file, wrong.lineno, str(wrong.message)) from None
            if strange := sorted(asked - self._names):
                raise PackError(
                    self._pack.report_file, 0, messages.packs.PACK_UNKNOWN.format(name=strange[0])
                )
            self._templates[text] = template
        return self._templates[text]

    def _condition(self, text: str) -> Callable[..., Any]:
        if text not in self._conditions:
            self._conditions[text] = self._wording.compile_expression(text)
        return self._conditions[text]

    @cached_property
    def _names(self) -> frozenset[str]:
        functions = {"title", "written", "prose", "words", "table", "annex", "missing", "ordinal"}
        return frozenset(set(self._items) | functions | set(self._pack.meta.variables.model_dump().values()))

    def _blocks(self, text: str, telling: TemplateContext) -> Iterator[Block]:
        """Yield the blocks of rendered Markdown, headings numbered, marks replaced."""
        tokens = self._markdown.parse(text)
        counter = Counter(self._pack.words.headings)
        for opening, inside in pairwise(tokens):
            if inside.type != "inline":
                continue
            said = inside.content.replace("\n", "")
            if opening.type == "heading_open":
                level = int(opening.tag[1:])
                yield Heading(level, (Run(counter.next(level)), *telling.marks.runs(said)))
            elif blocks := telling.marks.blocks(said):
                yield from blocks
            else:
                yield Paragraph(telling.marks.runs(said))

    def _annexed(self, blocks: list[Block]) -> Iterator[Block]:
        """Yield the blocks with annexes numbered, and listed before the first of them."""
        titles = [block.title for block in blocks if isinstance(block, Annex)]
        words, number = self._pack.words, 0
        for block in blocks:
            if isinstance(block, Annex):
                number += 1
                if number == 1:
                    items = (
                        words.attachment.format(number=at, title=title) for at, title in enumerate(titles, 1)
                    )
                    yield Attachments(words.attachments, tuple(items))
                block = replace(block, mark=words.annex.format(number=number))
            yield block


def _is_template(text: str) -> bool:
    return "{" in text


def _texts(pack: Pack) -> Iterator[str]:
    """Yield the pack's smaller templates, so that a fault in any stops the run at its start."""
    for problem in pack.problems.values():
        yield from (problem.cause, problem.detail)
    for table in pack.tables.values():
        yield from (table.caption, table.note)
        for row in (*table.header, *table.grid):
            yield from (cell if isinstance(cell, str) else cell.text for cell in row)
