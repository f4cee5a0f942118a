"""Load a pack's files into typed, validated shapes; any fault is an error naming file and line."""

from converter.pack.amounts import Amounts
from converter.pack.checks import Check
from converter.pack.figure_ids import (
    columns_by_group,
    forms_by_id,
    known_ids,
    measure_digits,
    measures_by_id,
    prior_id,
    read_ids,
)
from converter.pack.forms import Block, DetailRowKey, Form, FormKind, FormRow, Labels
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.measures import Measure, Unit
from converter.pack.meta import Limits, Meta, Words
from converter.pack.overview import OutlierLimits, OutlierSide, OverviewColumn
from converter.pack.pack import Pack
from converter.pack.report_forms import report_forms
from converter.pack.scorecard import Band, Indicator, Problem, Scorecard, StepRounding, Steps
from converter.pack.sentences import Comparison, Identity, Sentences
from converter.pack.style import (
    Alignment,
    CellStyle,
    Margins,
    ParagraphStyle,
    Style,
    TableStyle,
    Typography,
    WorkbookStyle,
)
from converter.pack.supplement import SupplementEntry, SupplementSheet
from converter.pack.tables import GridCell, GridRow, ReportTable
from converter.pack.yaml_data import PackError

__all__ = [
    "DEFAULT",
    "Alignment",
    "Amounts",
    "Band",
    "Block",
    "CellStyle",
    "Check",
    "Comparison",
    "DetailRowKey",
    "Form",
    "FormKind",
    "FormRow",
    "GridCell",
    "GridRow",
    "Identity",
    "Indicator",
    "Labels",
    "Limits",
    "Margins",
    "Measure",
    "Meta",
    "OutlierLimits",
    "OutlierSide",
    "OverviewColumn",
    "Pack",
    "PackError",
    "ParagraphStyle",
    "Problem",
    "ReportTable",
    "Scorecard",
    "Sentences",
    "StepRounding",
    "Steps",
    "Style",
    "SupplementEntry",
    "SupplementSheet",
    "TableStyle",
    "Typography",
    "Unit",
    "Words",
    "WorkbookStyle",
    "columns_by_group",
    "columns_of_groups",
    "forms_by_id",
    "givers",
    "known_ids",
    "load_pack",
    "measure_digits",
    "measures_by_id",
    "prior_id",
    "read_ids",
    "report_forms",
]
