"""`jixiao pack`: packs are listed, begun, checked and compared."""

from pathlib import Path

import pytest

from converter.pack.files.layers import BUILT_IN
from tests.conversion.conftest import SAMPLES, jixiao

NAMES = [file.parent.name for file in sorted(BUILT_IN.glob("*/report.md"))]


def test_the_packs_of_the_program_are_listed_with_what_they_are_for() -> None:
    listed = jixiao("pack", "list").output
    assert all(f"{name}\t" in listed for name in NAMES)
    assert "base-cn" not in listed
    assert "地区 湖南　年度 2020　依据 财预〔2013〕53号" in listed


def _begun(folder: Path, extends: str = "base-cn") -> Path:
    """Return a pack begun, its region written."""
    assert jixiao("pack", "new", folder, "--extends", extends).exit_code == 0
    meta = folder / "pack.yaml"
    meta.write_text(meta.read_text("utf-8").replace("region: 某某市", "region: 岳阳市"), "utf-8")
    return folder


@pytest.mark.parametrize("extends", ["base-cn", "hunan-2020"])
def test_a_pack_begun_is_sound(tmp_path: Path, extends: str) -> None:
    folder = _begun(tmp_path / "新", extends)
    (folder / "names.yaml").write_text("公务接待废: [招待支出]\n", "utf-8")
    result = jixiao("pack", "check", folder)
    assert (result.exit_code, "没有发现问题" in result.output) == (0, True), result.output
    *_, begun_with, of_no_use = result.output.splitlines()
    assert "提醒：title" in begun_with
    assert "“公务接待废”没有用到，请核对，相近的是“公务接待费”" in of_no_use
    assert jixiao("pack", "new", folder).exit_code == 2


def test_a_pack_begun_from_nothing_makes_reports(tmp_path: Path) -> None:
    result = jixiao("check", SAMPLES, "--pack", _begun(tmp_path / "新"))
    assert "未能处理" not in result.output


def test_every_fault_is_listed_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "新"
    jixiao("pack", "new", folder)
    report = folder / "report.md"
    report.write_text(report.read_text("utf-8").replace("人员.在职", "人员.在值"), "utf-8")
    card = folder / "scorecard.yaml"
    card.write_text(card.read_text("utf-8").replace("points: 10", "points: 11", 1), "utf-8")
    result = jixiao("pack", "check", folder)
    assert result.exit_code == 1
    assert "report.md:13: 提到了不存在的“人员.在值”，相近的是“人员.在职”" in result.output
    assert "scorecard.yaml:10: 各指标分值之和是 21，应为 20" in result.output
    assert "pack.yaml:6: 没有“某某市”这个地方：写省的简称" in result.output


def test_a_section_of_which_nothing_is_said_is_named(tmp_path: Path) -> None:
    folder = _begun(tmp_path / "新")
    report = folder / "report.md"
    loop = "\n\n# 存在的问题\n\n{% for each in 问题 %}\n{{ each.problem }}。\n\n{% endfor %}\n"
    report.write_text(report.read_text("utf-8") + loop, "utf-8")
    line = report.read_text("utf-8").split("\n").index("# 存在的问题") + 1
    assert f"report.md:{line}: 什么都没有报的部门，这一节只有标题" in jixiao("pack", "check", folder).output


def test_a_case_that_comes_out_otherwise_is_named(tmp_path: Path) -> None:
    folder = _begun(tmp_path / "新")
    cases = folder / "cases.yaml"
    cases.write_text(cases.read_text("utf-8").replace('"7"', '"8"'), "utf-8")
    result = jixiao("pack", "check", folder)
    assert "cases.yaml:4: “超过预算三个百分点扣三分”：“三公经费”控制率.得分应为 8，算得 7" in result.output


def test_what_a_pack_changes_is_listed(tmp_path: Path) -> None:
    folder = tmp_path / "新"
    folder.mkdir()
    for name, text in {
        "pack.yaml": "extends: hunan-2020\nregion: 常德\n",
        "scorecard.yaml": "indicators:\n  公用经费控制率: {steps: {rounding: ceiling}}\n",
        "prose.yaml": "机构设置: $remove\n",
        "measures.yaml": "三公经费.甲: {formula: 三公经费.决算, unit: 元}\n",
        "report.md": "{% block 绩效情况 %}\n{% endblock %}\n",
    }.items():
        (folder / name).write_text(text, "utf-8")
    assert jixiao("pack", "diff", folder).output.splitlines() == [
        "＋ measures.yaml › 三公经费.甲：formula: 三公经费.决算、unit: 元",
        "～ pack.yaml › region：湖南 → 常德",
        "－ prose.yaml › 机构设置：机构设置、机构、机构构成、内设机构、机构编制",
        "～ scorecard.yaml › indicators › 公用经费控制率 › steps › rounding：floor → ceiling",
        "～ report.md：改写了 绩效情况",
    ]


@pytest.mark.parametrize("name", ["hunan-2O20", "no/such/folder"])
def test_a_pack_there_is_not(name: str) -> None:
    result = jixiao("pack", "check", name)
    assert result.exit_code == 2
    assert "评价办法" in result.output


def test_a_pack_is_chosen_by_its_name(tmp_path: Path) -> None:
    assert jixiao("forms", "-o", tmp_path, "--pack", "hunan-2020").exit_code == 0
    wrong = jixiao("forms", "-o", tmp_path, "--pack", "hunnan-2020")
    assert (wrong.exit_code, "相近的是“hunan-2020”" in wrong.output) == (2, True)
