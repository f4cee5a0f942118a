"""The public Python API: rows and frames that say what the commands say."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from converter import api
from converter.errors import ReadError
from tests.conversion.conftest import CLEAN, FAULTY, SAMPLES, SEED, jixiao, report

ROOT = Path(__file__).parents[2]
DOCUMENTED = ROOT / "docs" / "api.md"


@pytest.fixture(scope="module")
def figures(outbox: Path) -> api.Rows:
    return api.figures(outbox)


def test_a_read_figure_has_its_cell_and_a_computed_one_its_formula(figures: api.Rows) -> None:
    by_id = {(row.department, row.item, row.basis): row for row in figures}
    read, computed = by_id[SEED, "基本支出", "决算"], by_id[SEED, "综合评价", "得分"]
    assert (read.value, read.unit, read.cell, read.formula) == (Decimal(39153600), "元", "D7", "")
    assert read.file.endswith("2020年度部门决算公开表.xlsx")
    assert computed.formula
    assert not computed.cell


def test_figures_of_an_outbox_are_those_of_its_inbox(figures: api.Rows) -> None:
    read = api.figures(SAMPLES / CLEAN, jobs=1)
    assert [row for row in figures if row.department == CLEAN] == list(read)


def test_several_places_are_a_panel(outbox: Path, figures: api.Rows) -> None:
    assert len(api.figures(outbox, outbox)) == 2 * len(figures)


def test_a_frame_keeps_amounts_exact_and_blanks_none(figures: api.Rows) -> None:
    frame = figures.to_frame()
    assert list(frame) == list(figures.row_type.__struct_fields__)
    assert len(frame) == len(figures)
    assert {type(value) for value in frame["value"]} <= {Decimal, type(None)}


def test_an_empty_answer_has_its_columns(tmp_path: Path) -> None:
    (tmp_path / ".jixiao" / "departments").mkdir(parents=True)
    assert "formula" in api.figures(tmp_path).to_frame()


def test_a_spoiled_result_is_named(tmp_path: Path) -> None:
    (tmp_path / ".jixiao" / "departments").mkdir(parents=True)
    (tmp_path / ".jixiao" / "departments" / "某局-01234567.zip").write_bytes(b"PK spoiled")
    rows = api.figures(tmp_path)
    assert not rows.rows
    assert "某局" in rows.failures[0].message


def test_check_tells_what_differs_and_what_held() -> None:
    rows = api.check(SAMPLES / FAULTY, jobs=1)
    errors = [row for row in rows if row.severity == "error"]
    held = [row for row in rows if row.outcome == "holds" and not row.severity]
    assert len(errors) == 3
    assert len(held) > 100
    assert all(row.message and row.cells for row in held)
    [data] = json.loads(jixiao("check", SAMPLES / FAULTY, "--format", "json", "-j", "1").output)[
        "departments"
    ]
    assert len(data["checks_held"]) == sum(not row.severity for row in rows)


def test_convert_returns_a_row_a_department(outbox: Path) -> None:
    rows = api.convert(SAMPLES, outbox, jobs=1)  # nothing has changed since: nothing is done again
    assert {row.department: row.readiness for row in rows}[FAULTY] == "pending"
    assert all((outbox / row.report).is_file() for row in rows)


def test_verify_tells_of_every_number(outbox: Path) -> None:
    rows = api.verify(report(outbox, SEED), jobs=1)
    assert {row.status for row in rows} >= {"confirmed", "unchecked"}
    assert not [row for row in rows if row.severity == "error"]


def test_what_cannot_begin_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没有这个文件夹"):
        api.check(tmp_path / "nowhere")
    with pytest.raises(ReadError, match="没有"):
        api.verify(tmp_path)


def test_the_documented_example_runs(
    outbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = re.findall(r"```python\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(outbox.parent)
    exec(compile(example, str(DOCUMENTED), "exec"), {})
    printed = capsys.readouterr().out
    assert all(department in printed for department in (SEED, CLEAN, FAULTY))


def test_pandas_is_loaded_by_to_frame_alone(tmp_path: Path) -> None:
    (tmp_path / ".jixiao" / "departments").mkdir(parents=True)
    code = "import sys; from converter import api; api.figures(sys.argv[1]); print('pandas' in sys.modules)"
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_list_is_written_once_and_never_over_a_file(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"数字.{suffix}"
    words = ("figures", SAMPLES / CLEAN, "--format", suffix, "-o", target, "-j", "1")
    assert jixiao(*words).exit_code == 0
    written = target.read_bytes()
    assert jixiao(*words).exit_code == 2
    assert target.read_bytes() == written
