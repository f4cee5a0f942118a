"""Load a pack's files into typed, validated shapes; any fault is an error naming file and line."""

from converter.pack.errors import PackError
from converter.pack.layers import BUILT_IN
from converter.pack.layout import Block, Form, Kind, Labels, LineKey, Row, Unit
from converter.pack.limits import Limits
from converter.pack.loading import DEFAULT, load_pack
from converter.pack.overview import Chart, Column, Judge, Outliers, Overview, RosterShape
from converter.pack.pack import Pack
from converter.pack.printing import GridCell, ReportTable, Sheet
from converter.pack.ruling import Band, Check, Indicator, Measure, Problem, Rounding, Scorecard, Steps
from converter.pack.style import Style

__all__ = [
    "BUILT_IN",
    "DEFAULT",
    "Band",
    "Block",
    "Chart",
    "Check",
    "Column",
    "Form",
    "GridCell",
    "Indicator",
    "Judge",
    "Kind",
    "Labels",
    "Limits",
    "LineKey",
    "Measure",
    "Outliers",
    "Overview",
    "Pack",
    "PackError",
    "Problem",
    "ReportTable",
    "RosterShape",
    "Rounding",
    "Row",
    "Scorecard",
    "Sheet",
    "Steps",
    "Style",
    "Unit",
    "load_pack",
]
