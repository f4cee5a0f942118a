"""The problems a department's figures show: the report states them, or hints at what else the data show."""

from collections.abc import Collection, Iterator

from converter import messages
from converter.figures import Figure, Finding, Ledger, Outcome, Severity
from converter.pack import Pack, Problem
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.lookups import ledger_lookup
from converter.rules.language.terms import Usage
from converter.rules.wording.phrases import Phrases, name_of


class ProblemRules:
    """A pack's problems, compiled."""

    def __init__(self, pack: Pack, compiler: Compiler, phrases: Phrases) -> None:
        self._texts, self._phrases = pack.meta.texts, phrases
        self._problems: list[tuple[Problem, Expression]] = [
            (problem, compiler.condition(problem.when, "problems", name, "when"))
            for name, problem in pack.problems.items()
        ]

    def shown(self, ledger: Ledger) -> tuple[Problem, ...]:
        """Return the problems that the ledger's figures show."""
        return tuple(problem for problem, _ in self._shown(ledger))

    def findings(self, ledger: Ledger, doubted: Collection[str] = ()) -> Iterator[Finding]:
        """Yield a note on what the figures show beside the problems or remedies that a department wrote.

        Figures that are `doubted` show nothing.
        """
        names = (self._texts.problems, self._texts.remedies)
        written = {name: text for name in names if (text := ledger.texts.get(name)) and text.value.strip()}
        shown = [
            (problem, figures)
            for problem, figures in self._shown(ledger)
            if not any(figure.id in doubted for figure in figures)
        ]
        if not written or not shown:
            return
        problems = [
            messages.checks.SHOWN_PROBLEM.format(
                problem=problem.problem, figures=messages.phrases.AND.join(map(self._worded, figures))
            )
            for problem, figures in shown
        ]
        yield Finding.worded(
            messages.checks.PROBLEMS_SHOWN,
            Severity.NOTE,
            Outcome.HOLDS,
            tuple(text.origin for text in written.values()),
            names="".join(messages.phrases.QUOTED.format(words=name) for name in written),
            problems=messages.phrases.THEN.join(problems),
        )

    def _shown(self, ledger: Ledger) -> Iterator[tuple[Problem, list[Figure]]]:
        """Yield each problem that shows, with the figures by which it does."""
        lookup = ledger_lookup(ledger)
        for problem, when in self._problems:
            usage = Usage()
            if when.holds(lookup, usage):
                yield problem, [ledger.figures[name] for name in usage.ids if name in ledger.figures]

    def _worded(self, figure: Figure) -> str:
        amount = "" if figure.value is None else self._phrases.amounts.text(figure.value, figure)
        return messages.checks.AMOUNT_OF.format(name=name_of(figure), amount=amount)
