"""The samples as rows, compared with a golden text: `make golden` renews it."""

import os
from pathlib import Path

import pytest

from converter.batch.run import run
from converter.batch.run.job import Job
from converter.conversion.readiness import Part
from converter.figures.rounding import exact_text
from converter.overview.builder import Overview, OverviewBuilder
from converter.overview.rows import DepartmentRow, measure_ids
from converter.pack.loading import DEFAULT, load_pack

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
GOLDEN = Path(__file__).parent / "rows.txt"


@pytest.fixture(scope="module")
def overview() -> Overview:
    builder = OverviewBuilder(load_pack())
    for _, results in run(Job((DEFAULT,), SAMPLES), 1):
        builder.add(results)
    return builder.overview(SAMPLES)


def _in_text(row: DepartmentRow) -> str:
    figures = [
        f"  {label} = {'' if each.value is None else exact_text(round(each.value, 6))}　{each.source}"
        for label, each in row.figures.items()
    ]
    errors, warnings = row.counts[Part.ERROR], row.counts[Part.WARNING]
    counts = f"错误 {errors}，警告 {warnings}，待补 {row.counts[Part.SUPPLY]}；得分 {row.score} {row.grade}"
    return "\n".join([f"{row.name}（{row.year}，{row.place}）{row.readiness}：{counts}", *figures])


def test_rows_of_the_samples_are_the_recorded_ones(overview: Overview) -> None:
    text = "\n\n".join(map(_in_text, overview.rows)) + "\n"
    if os.environ.get("JIXIAO_GOLDEN"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_a_row_has_a_value_for_every_measure_in_order(overview: Overview) -> None:
    ids = measure_ids(overview.pack)
    for row in overview.rows:
        assert len(row.measures) == len(ids)
        at = ids.index("三公经费.控制率")
        assert row.measures[at] == row.figures["三公控制率"].value
