"""Outline and wording + ledger → blocks (heading, paragraph, table, missing)."""

from converter.narrative.blocks import (
    Align,
    Annex,
    Attachments,
    Block,
    Cell,
    Heading,
    Missing,
    Paragraph,
    ReviewComments,
    Run,
    Runs,
    Table,
    Title,
    lines,
    printed,
)
from converter.narrative.narrator import Narrator, Report

__all__ = [
    "Align",
    "Annex",
    "Attachments",
    "Block",
    "Cell",
    "Heading",
    "Missing",
    "Narrator",
    "Paragraph",
    "Report",
    "ReviewComments",
    "Run",
    "Runs",
    "Table",
    "Title",
    "lines",
    "printed",
]
