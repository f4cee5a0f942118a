"""What a pack has to say about a ledger: measures, scores, findings, problems.

Pure: `Rules.judge` returns what it adds and leaves the ledger as it is; no file is read, nothing printed.
Layers, each importing only those before it: `language` compiles and evaluates the expressions of packs and
computes measures; `scorecard` gives points; `checks` judges each equation of the pack; `causes` finds what is
wrong behind checks that do not hold; `wording` turns both into findings. `judge` puts them together.
`reasons` holds a department's own words against its figures, `list_differences` holds the forms that give one
list against one another; `problems` are those that the figures show.
"""

from converter.rules.causes.sheets.wrong_units import UnitFit
from converter.rules.checks.result import CheckResult
from converter.rules.judge import Assessment, Rules
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.formulas import Formula, Lacks, compile_formulas
from converter.rules.language.grammar import is_amount, is_equation
from converter.rules.language.terms import Lookup, Name, Usage
from converter.rules.scorecard.result import Score, ScoredCard

__all__ = [
    "Assessment",
    "CheckResult",
    "Compiler",
    "Expression",
    "Formula",
    "Lacks",
    "Lookup",
    "Name",
    "Rules",
    "Score",
    "ScoredCard",
    "UnitFit",
    "Usage",
    "compile_formulas",
    "is_amount",
    "is_equation",
]
