"""The expression language; measures, checks, scorecard and diagnosis over a ledger. Pure."""

from converter.rules.rules import Judgement, Rules
from converter.rules.units import Fit

__all__ = ["Fit", "Judgement", "Rules"]
