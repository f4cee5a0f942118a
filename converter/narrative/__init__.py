"""Outline and wording + ledger → blocks (heading, paragraph, table, missing)."""

from converter.narrative.narrator import Narrator, Report

__all__ = ["Narrator", "Report"]
