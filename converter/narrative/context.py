"""What a template can say of one department, and a note of all that was missing."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import UndefinedError

from converter import messages
from converter.figures import Ledger, basis_of, item_of
from converter.narrative.blocks import Annex, Block, Missing, Run, Table, Title
from converter.narrative.numbering import ordinal
from converter.narrative.placeholders import Placeholders, Slot, clean
from converter.narrative.prose import inline, paragraphs
from converter.pack import Amounts, Pack, Problem
from converter.rules import ScoredCard

Render = Callable[[str], str]


class Item:
    """An item in a template; its attributes are its bases."""

    def __init__(self, name: str, bases: frozenset[str], slot: Callable[[str], Slot]) -> None:
        self._name, self._bases, self._slot = name, bases, slot

    def __getattr__(self, basis: str) -> Slot:
        if basis not in self._bases:
            raise UndefinedError(messages.packs.PACK_UNKNOWN.format(name=f"{self._name}.{basis}"))
        return self._slot(f"{self._name}.{basis}")


class TemplateContext:
    """One department's report in the making."""

    def __init__(self, pack: Pack, amounts: Amounts, ledger: Ledger) -> None:
        self._pack, self._amounts, self._ledger = pack, amounts, ledger
        self._subheading = re.compile(pack.words.subheading)
        self.marks = Placeholders()
        self.missing: list[str] = []
        self.annexes: list[Annex] = []

    def data(self, result: ScoredCard, problems: Iterable[Problem], render: Render) -> dict[str, Any]:
        """Return the engine's values under the names the pack gives them; `render` fills slots."""
        texts, named = self._pack.meta.texts, self._pack.meta.variables
        own = {"problem": self._own(texts.problems), "remedy": self._own(texts.remedies)}
        found = [
            {
                "problem": each.problem,
                "cause": render(each.cause),
                "remedy": each.remedy,
                "detail": render(each.detail),
            }
            for each in problems
        ]
        return {
            named.year: self._ledger.year,
            named.last_year: self._ledger.year - 1,
            named.department: self._run(self._ledger.department),
            named.short: self._run(self._text(texts.short) or self._ledger.department),
            named.grade: result.grade,
            named.deductions: [
                {"name": each.name, "lost": self.slot(f"{each.name}.{self._pack.meta.lost}")}
                for each in result.scores
                if each.lost
            ],
            named.unscored: [each.name for each in result.scores if each.points is None],
            named.problems: [{"problem": each, "cause": ""} for each in own["problem"]] + found,
            named.remedies: [{"remedy": each, "detail": ""} for each in own["remedy"]] + found,
        }

    def functions(self, table: Callable[[str], Table]) -> dict[str, Callable[..., str | bool]]:
        """Return what a template may call; each leaves a mark for what it stands for."""
        return {
            "title": lambda *lines: self.marks.mark((Title(tuple(map(self.marks.plain, lines))),)),
            "written": lambda name: bool(self._text(name)),
            "prose": self._prose,
            "words": self._words,
            "table": lambda name: self.marks.mark((table(name),)),
            "annex": lambda title, name, landscape=False: self._annex(title, table(name), landscape),
            "missing": lambda text: self.marks.mark((self._missing(self.marks.plain(text)),)),
            "ordinal": ordinal,
        }

    def slot(self, figure_id: str) -> Slot:
        """Return the slot of a figure."""
        return Slot(self._ledger.find(figure_id), figure_id, self._show)

    def _show(self, slot: Slot) -> str:
        if slot.value is None or slot.figure is None:
            item, basis = item_of(slot.id), basis_of(slot.id)
            self._note(messages.filing.MISSING_FIGURE.format(item=item, basis=basis))
            return self._run(self._pack.words.unknown_figure)
        return self.marks.mark(Run(self._amounts.text(slot.value, slot.figure), slot.id, slot.value))

    def _run(self, text: str) -> str:
        return self.marks.mark(Run(text))

    def _text(self, name: str) -> str:
        text = self._ledger.texts.get(name)
        return clean(text.value) if text else ""

    def _own(self, name: str) -> list[str]:
        """Return the department's own points, one a line, without the ordinal they may begin with."""
        lines = (inline(line) for line in self._text(name).splitlines())
        return [self._run(self._point(line)) for line in lines if line]

    def _point(self, line: str) -> str:
        return re.sub(self._pack.words.point, "", line)

    def _prose(self, name: str) -> str:
        text = self._text(name)
        blocks: tuple[Block, ...] = tuple(paragraphs(text, self._subheading))
        return self.marks.mark(blocks or (self._missing(name),))

    def _words(self, name: str, called: str = "") -> str:
        text = inline(self._text(name))
        if text:
            return self._run(text)
        self._note(called or name)
        return self._run(self._pack.words.missing_text.format(name=called or name))

    def _missing(self, name: str) -> Missing:
        self._note(name)
        return Missing(self._pack.words.missing_text.format(name=name))

    def _note(self, what: str) -> None:
        if what not in self.missing:
            self.missing.append(what)

    def _annex(self, title: str, table: Table, landscape: bool) -> str:
        annex = Annex("", title, landscape)
        self.annexes.append(annex)
        return self.marks.mark((annex, table))
