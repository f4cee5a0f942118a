"""Each way a pack can be wrong is one Chinese line that names file and line; one defect a case."""

import re
import shutil
from pathlib import Path

import pytest

from converter.narrative import Narrator
from converter.pack import DEFAULT, PackError, load_pack
from converter.rules import Rules

# file, what is altered in it, into what, what the message says
DEFECTS = {
    "unknown key": ("units.yaml", "suffix: 人", "sufix: 人", r"units.yaml:\d+: .*不是认识的项目"),
    "missing key": (
        "checks.yaml",
        "  because: 收入总计应等于支出总计\n",
        "",
        r"checks.yaml:\d+: .*缺少必填内容",
    ),
    "doubled key": ("names.yaml", "本年决算数: [", "决算数: [", r"names.yaml:\d+: “决算数”重复出现"),
    "not YAML": ("tables.yaml", "  unit: 单位：万元", "  unit: [单位", r"tables.yaml:\d+: 格式有误"),
    "wrong type": ("scorecard.yaml", "points: 5", "points: 五", r"scorecard.yaml:\d+: .*应为数字"),
    "unknown figure in a check": (
        "checks.yaml",
        "= sum(收入项目.决算)",
        "= sum(收入项目.决蒜)",
        r"checks.yaml:\d+: .*决蒜",
    ),
    "unknown figure in a measure": (
        "measures.yaml",
        "可用指标 - 决算",
        "可用指标 - 结算",
        r"measures.yaml:\d+: .*结算",
    ),
    "unknown form in a check": (
        "checks.yaml",
        "收入总计.决算@收入支出决算总表 = 支",
        "收入总计.决算@总表 = 支",
        r"checks.yaml:\d+: .*总表",
    ),
    "circle": (
        "measures.yaml",
        "工资福利支出.决算 + 对个人和家庭的补助.决算",
        "基本支出.决算 + 0",
        r"measures.yaml:\d+: .*一圈",
    ),
    "not an expression": (
        "problems.yaml",
        "三公经费.控制率 > 1",
        "三公经费.控制率 >",
        r"problems.yaml:\d+: 公式",
    ),
    "form not ranked": (
        "pack.yaml",
        "- 机构运行信息表\n",
        "",
        r"pack.yaml:\d+: precedence 没有排列这些表：机构运行信息表",
    ),
    "unknown form ranked": (
        "pack.yaml",
        "- 机构运行信息表\n",
        "- 无此表\n- 机构运行信息表\n",
        r"pack.yaml:\d+: .*无此表",
    ),
    "unknown name in the report": ("report.md", "{{ 人员.实有 }}", "{{ 人头.实有 }}", r"report.md: .*人头"),
    "report not a template": ("report.md", "{% endif %}", "{% endfi %}", r"report.md:\d+: "),
}


def _altered(tmp_path: Path, file: str, before: str, after: str) -> Path:
    pack = Path(shutil.copytree(DEFAULT, tmp_path / "pack"))
    text = (pack / file).read_text("utf-8")
    assert before in text
    (pack / file).write_text(text.replace(before, after, 1), "utf-8")
    return pack


def _start(root: Path) -> None:
    """Do what a run does at its start."""
    pack = load_pack(root)
    Rules(pack)
    Narrator(pack)


@pytest.mark.parametrize("defect", DEFECTS)
def test_defect(tmp_path: Path, defect: str) -> None:
    file, before, after, said = DEFECTS[defect]
    root = _altered(tmp_path, file, before, after)
    with pytest.raises(PackError) as wrong:
        _start(root)
    assert re.search(said, str(wrong.value)), str(wrong.value)


def test_missing_file(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DEFAULT, tmp_path / "pack"))
    (root / "units.yaml").unlink()
    with pytest.raises(PackError, match="缺少这个文件"):
        load_pack(root)


def test_no_pack_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="没有规则包"):
        load_pack(tmp_path)


def test_an_own_pack_states_only_its_differences(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("extends: hunan-2020\nversion: '1.1'\n", "utf-8")
    (tmp_path / "names.yaml").write_text("公务接待费: [招待支出]\n", "utf-8")
    (tmp_path / "problems.yaml").write_text(
        "追加偏多: {when: 一般公共预算支出.预算控制率 > 0.5, problem: 甲, cause: 乙, remedy: 丙}\n", "utf-8"
    )
    own, base = load_pack(tmp_path), load_pack()
    assert own.meta.version == "1.1"
    assert own.meta.title == base.meta.title
    assert own.names["公务接待费"] == (*base.names["公务接待费"], "招待支出")
    assert own.problems["追加偏多"].problem == "甲"
    assert list(own.problems) == list(base.problems)
    assert own.digest != base.digest
    Rules(own)
