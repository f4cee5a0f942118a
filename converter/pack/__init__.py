"""Load a pack's files into typed, validated shapes; any fault is an error naming file and line."""

from converter.pack.amounts import Amounts
from converter.pack.checks import Check
from converter.pack.figure_ids import columns_of_groups, givers, known_ids, measure_digits, prior_id, read_ids
from converter.pack.forms import Block, Form, FormKind, FormRow, Labels, LineKey
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.measures import Measure, Unit
from converter.pack.meta import Limits
from converter.pack.overview import Judge, Outliers, OverviewColumn
from converter.pack.pack import Pack
from converter.pack.report_forms import report_forms
from converter.pack.scorecard import Band, Indicator, Problem, Rounding, Steps
from converter.pack.sentences import Comparison, Identity, Sentences
from converter.pack.style import Margins, ParagraphStyle, Side, Style, TableStyle, Typography
from converter.pack.supplement import SupplementEntry, SupplementSheet
from converter.pack.tables import GridCell, GridRow, ReportTable
from converter.pack.yaml_data import PackError

__all__ = [
    "DEFAULT",
    "Amounts",
    "Band",
    "Block",
    "Check",
    "Comparison",
    "Form",
    "FormKind",
    "FormRow",
    "GridCell",
    "GridRow",
    "Identity",
    "Indicator",
    "Judge",
    "Labels",
    "Limits",
    "LineKey",
    "Margins",
    "Measure",
    "Outliers",
    "OverviewColumn",
    "Pack",
    "PackError",
    "ParagraphStyle",
    "Problem",
    "ReportTable",
    "Rounding",
    "Sentences",
    "Side",
    "Steps",
    "Style",
    "SupplementEntry",
    "SupplementSheet",
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
