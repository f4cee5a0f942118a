"""What the figures show to be wrong: the pack's problems whose conditions hold."""

from converter.figures import Ledger
from converter.pack import Pack, Problem
from converter.rules.language.compiler import Compiler
from converter.rules.language.scopes import ledger_scope
from converter.rules.language.terms import Trace


class ProblemRules:
    """The pack's problem rules, compiled."""

    def __init__(self, pack: Pack, compiler: Compiler) -> None:
        self._rules = [
            (problem, compiler.condition(problem.when, "problems", name, "when"))
            for name, problem in pack.problems.items()
        ]

    def problems(self, ledger: Ledger) -> tuple[Problem, ...]:
        """Return the problems that the ledger's figures show."""
        scope = ledger_scope(ledger)
        return tuple(problem for problem, when in self._rules if when.holds(scope, Trace()))
