"""The expression language; measures, checks, scorecard and diagnosis over a ledger. Pure."""

from converter.rules.compiling import compiled
from converter.rules.expression import Expression, Name, Trace
from converter.rules.rules import Judgement, Rules
from converter.rules.scopes import ledger_scope

__all__ = ["Expression", "Judgement", "Name", "Rules", "Trace", "compiled", "ledger_scope"]
