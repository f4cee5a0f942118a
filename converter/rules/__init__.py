"""The expression language; measures, checks, scorecard and diagnosis over a ledger. Pure."""

from converter.rules.rules import Judgement, Rules

__all__ = ["Judgement", "Rules"]
