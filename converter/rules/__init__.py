"""The expression language; measures, checks, scorecard and diagnosis over a ledger. Pure."""

from converter.rules.causes.units import Fit
from converter.rules.judge import Assessment, Rules
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.formulas import Formula, formulas
from converter.rules.language.grammar import is_amount, is_equation
from converter.rules.language.terms import Name, Scope, Trace
from converter.rules.reasons import exceeded, over_said
from converter.rules.scorecard.result import Score, ScoredCard

__all__ = [
    "Assessment",
    "Compiler",
    "Expression",
    "Fit",
    "Formula",
    "Name",
    "Rules",
    "Scope",
    "Score",
    "ScoredCard",
    "Trace",
    "exceeded",
    "formulas",
    "is_amount",
    "is_equation",
    "over_said",
]
