"""Load a pack's files into typed, validated shapes; any fault is an error naming file and line."""

from converter.pack.amounts import Amounts
from converter.pack.errors import PackError
from converter.pack.layout import Block, Form, Kind, Labels, LineKey, Row, Unit
from converter.pack.limits import Limits
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.overview import Column, Judge, Outliers
from converter.pack.pack import Pack
from converter.pack.printing import Entry, GridCell, GridRow, ReportTable, Sheet
from converter.pack.reportforms import report_forms
from converter.pack.ruling import Band, Check, Indicator, Measure, Problem, Rounding, Steps
from converter.pack.sentences import Comparison, Identity, Sentences
from converter.pack.style import Margins, ParagraphStyle, Side, Style, TableStyle, Typography
from converter.pack.vocabulary import columns_of_groups, givers, known_ids, measure_digits, prior_id, read_ids

__all__ = [
    "Amounts",
    "Band",
    "Block",
    "Check",
    "Column",
    "Comparison",
    "DEFAULT",
    "Entry",
    "Form",
    "GridCell",
    "GridRow",
    "Identity",
    "Indicator",
    "Judge",
    "Kind",
    "Labels",
    "Limits",
    "LineKey",
    "Margins",
    "Measure",
    "Outliers",
    "Pack",
    "PackError",
    "ParagraphStyle",
    "Problem",
    "ReportTable",
    "Rounding",
    "Row",
    "Sentences",
    "Sheet",
    "Side",
    "Steps",
    "Style",
    "TableStyle",
    "Typography",
    "Unit",
    "columns_of_groups",
    "givers",
    "known_ids",
    "load_pack",
    "measure_digits",
    "prior_id",
    "read_ids",
    "report_forms",
]
