"""docs/packs.md lists every key of the shapes of packs; JIXIAO_GOLDEN=1 writes the lists anew."""

import os
import re
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, astuple, fields

from converter.pack.authoring.cases import Case
from converter.pack.files.layers import BUILT_IN, PACK_FILES
from converter.pack.loading import load_pack
from converter.pack.shapes.checks import Check
from converter.pack.shapes.forms import DetailRows, Form, FormBlock, FormRow
from converter.pack.shapes.lists import ListColumn, RowList, ScoredRows
from converter.pack.shapes.measures import Measure, Unit
from converter.pack.shapes.meta import Meta
from converter.pack.shapes.scorecard import (
    Band,
    Grade,
    Indicator,
    Level,
    Method,
    Problem,
    Scorecard,
    ScoringRule,
    Steps,
    TargetRule,
)
from converter.pack.shapes.shape import Shape
from converter.pack.shapes.supplement import SupplementEntry, SupplementSheet
from converter.pack.shapes.tables import GridCell, ItemRow, ListedRows, ReportTable
from tests.data import data_of

DOCS = Path(__file__).parents[2] / "docs"
SHAPES: list[type[Shape]] = [
    Meta, Unit, Measure, Check, Scorecard, Indicator, ScoringRule, Method, Steps, Band, TargetRule,
    Level, Grade, Problem, ReportTable, ListedRows, ItemRow, RowList, ScoredRows, ListColumn,
    GridCell, SupplementSheet, SupplementEntry, Form, FormBlock, FormRow, DetailRows, Case,
]  # fmt: skip
KINDS = {"str": "文字", "Decimal": "数", "int": "整数", "float": "数", "bool": "true、false", "NoneType": ""}
EXPLAINED = data_of(DOCS / "pack-keys.yaml")


def _kind(kind: Any) -> str:
    """Return in Chinese what is written for a kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _kind(inner[0])
    if origin in (Union, UnionType):
        return "或".join(filter(None, map(_kind, inner)))
    if origin is Literal:
        return "、".join(map(str, filter(None, inner)))
    if origin is tuple:
        return "列表"
    if origin is dict:
        return "键: 值"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "、".join(kind)
    return KINDS.get(kind.__name__, "键: 值")


def _if_left_out(field: FieldInfo) -> str:
    if field.required:
        return "必填"
    default = None if field.default is NODEFAULT else field.default
    if default in ("", (), {}, None) and default is not False:
        return ""
    return str(default).lower() if isinstance(default, bool) else str(default)


def _own_fields(shape: type[Shape]) -> dict[str, FieldInfo]:
    """Return the fields of a shape that are not those of a shape it is a kind of, which has its own table."""
    inherited = {
        field.name
        for base in SHAPES
        if base is not shape and issubclass(shape, base)
        for field in fields(base)
    }
    return {field.name: field for field in fields(shape) if field.name not in inherited}


def _table(shape: type[Shape]) -> str:
    explained = EXPLAINED[shape.__name__]
    rows = [
        f"| `{name}` | {_kind(field.type)} | {_if_left_out(field)} | {explained[name]} |"
        for name, field in _own_fields(shape).items()
    ]
    return "\n".join(["| 键 | 写什么 | 不写时 | 说明 |", "|---|---|---|---|", *rows])


def _marked(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n\n).*?(?=\n\n<!-- / -->)", re.DOTALL)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_key_is_explained(shape: type[Shape]) -> None:
    assert set(EXPLAINED[shape.__name__]) == set(_own_fields(shape)), "docs/pack-keys.yaml"


def test_the_lists_of_keys_are_those_of_the_shapes() -> None:
    text = written = (DOCS / "packs.md").read_text("utf-8")
    for shape in SHAPES:
        table = _table(shape)
        text = _marked(shape.__name__).sub(lambda _, table=table: table, text, count=1)
    if os.environ.get("JIXIAO_GOLDEN"):
        (DOCS / "packs.md").write_text(text, "utf-8")
    assert text == written or os.environ.get("JIXIAO_GOLDEN")
    assert all(_marked(shape.__name__).search(text) for shape in SHAPES)


def test_every_file_of_a_pack_is_in_the_docs() -> None:
    text = (DOCS / "packs.md").read_text("utf-8")
    assert [file for file in PACK_FILES if f"`{file}`" not in text] == []


def test_every_block_named_in_the_docs_is_in_the_report() -> None:
    text = (DOCS / "packs.md").read_text("utf-8")
    [named] = re.findall(r"`hunan-2020` 的段：(.*)", text)
    report = (BUILT_IN / "hunan-2020" / "report.md").read_text("utf-8")
    assert named.rstrip("。").split("、") == re.findall(r"{% block (\S+) %}", report)


def test_the_pack_of_the_worked_example_is_the_one_that_is_begun() -> None:
    text = (DOCS / "packs.md").read_text("utf-8")
    for file in sorted((BUILT_IN / "new" / "whole").iterdir()):
        assert file.name in text


def test_what_a_template_may_name_is_in_the_docs() -> None:
    text = (DOCS / "packs.md").read_text("utf-8")
    assert all(name in text for name in astuple(load_pack().meta.variables))
