"""A pack: what an accountant or a circular may change, read from data files into typed shapes.

`loading` takes a compiled pack, or reads it from its `files`, laid over those of the packs it extends. The
files know the line of every entry: any of a pack's `faults` is a PackError that names file and line in
Chinese. `pack` is the whole, of the `shapes` that the files have. `known_names`, `report_forms` and
`amounts` answer what others ask of a pack: which figures and texts it knows, its tables as forms, how an
amount prints; `unknown` is how a name is complained about that it does not know. `catalogue` lists the packs
that come with the program, and knows the places they may be for; `authoring` is for those who write one.
Nothing here knows a department. No other package reads YAML or uses pydantic.
"""

from converter.pack.amounts import Amounts
from converter.pack.authoring.cases import Case, load_cases
from converter.pack.authoring.differences import Difference, differences
from converter.pack.authoring.new_pack import write_new_pack
from converter.pack.catalogue.gazetteer import Gazetteer, Locality
from converter.pack.catalogue.label import UNCHECKED, PackLabel, pack_label
from converter.pack.catalogue.shipped import pack_named, shipped_catalogue, shipped_packs
from converter.pack.faults.tables import cells_of
from converter.pack.files.compiled import Code, stored_code
from converter.pack.files.further_names import NO_FURTHER_NAMES, FurtherNames, read_names
from converter.pack.files.settings import OptionSetting, read_settings, setting_error
from converter.pack.files.text import PackError
from converter.pack.known_names import (
    columns_by_group,
    forms_by_id,
    known_ids,
    known_texts,
    measure_digits,
    measures_by_id,
    prior_id,
    read_ids,
    read_units,
    units_in,
)
from converter.pack.loading import (
    DEFAULT,
    digest_of_packs,
    load_gazetteer,
    load_limits,
    load_pack,
    load_to_check,
    names_file,
)
from converter.pack.pack import Pack
from converter.pack.report_forms import figures_instead, for_any_year, report_forms
from converter.pack.shapes.checks import Check
from converter.pack.shapes.forms import (
    DetailRowKey,
    DetailRows,
    Form,
    FormBlock,
    FormKind,
    FormRow,
    Labels,
    TitleWords,
)
from converter.pack.shapes.lists import ListColumn, RowList, ScoredRows
from converter.pack.shapes.measures import Measure, Unit
from converter.pack.shapes.meta import Limits, Meta, Words
from converter.pack.shapes.overview import OutlierLimits, OutlierSide, OverviewColumn
from converter.pack.shapes.scorecard import (
    Band,
    Indicator,
    Level,
    Method,
    Problem,
    Reached,
    Scorecard,
    ScoringRule,
    StepRounding,
    Steps,
    TargetRule,
)
from converter.pack.shapes.sentence_words import Comparison, ForbiddenWords, Identity, TableWords
from converter.pack.shapes.sentences import Sentences
from converter.pack.shapes.style import (
    Alignment,
    CellStyle,
    CharacterStyle,
    Margins,
    ParagraphStyle,
    Style,
    TableStyle,
    Typography,
    WorkbookStyle,
)
from converter.pack.shapes.supplement import SupplementEntry, SupplementSheet
from converter.pack.shapes.tables import GridCell, GridRow, ReportTable, cells_in
from converter.pack.unknown import nearest, unknown

__all__ = [
    "DEFAULT",
    "NO_FURTHER_NAMES",
    "UNCHECKED",
    "Alignment",
    "Amounts",
    "Band",
    "Case",
    "CellStyle",
    "CharacterStyle",
    "Check",
    "Code",
    "Comparison",
    "DetailRowKey",
    "DetailRows",
    "Difference",
    "ForbiddenWords",
    "Form",
    "FormBlock",
    "FormKind",
    "FormRow",
    "FurtherNames",
    "Gazetteer",
    "GridCell",
    "GridRow",
    "Identity",
    "Indicator",
    "Labels",
    "Level",
    "Limits",
    "ListColumn",
    "Locality",
    "Margins",
    "Measure",
    "Meta",
    "Method",
    "OptionSetting",
    "OutlierLimits",
    "OutlierSide",
    "OverviewColumn",
    "Pack",
    "PackError",
    "PackLabel",
    "ParagraphStyle",
    "Problem",
    "Reached",
    "ReportTable",
    "RowList",
    "Scorecard",
    "ScoredRows",
    "ScoringRule",
    "Sentences",
    "StepRounding",
    "Steps",
    "Style",
    "SupplementEntry",
    "SupplementSheet",
    "TableStyle",
    "TableWords",
    "TargetRule",
    "TitleWords",
    "Typography",
    "Unit",
    "Words",
    "WorkbookStyle",
    "cells_in",
    "cells_of",
    "columns_by_group",
    "differences",
    "digest_of_packs",
    "figures_instead",
    "for_any_year",
    "forms_by_id",
    "known_ids",
    "known_texts",
    "load_cases",
    "load_gazetteer",
    "load_limits",
    "load_pack",
    "load_to_check",
    "measure_digits",
    "measures_by_id",
    "names_file",
    "nearest",
    "pack_label",
    "pack_named",
    "prior_id",
    "read_ids",
    "read_names",
    "read_settings",
    "read_units",
    "report_forms",
    "setting_error",
    "shipped_catalogue",
    "shipped_packs",
    "stored_code",
    "units_in",
    "unknown",
    "write_new_pack",
]
