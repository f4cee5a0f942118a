"""A pack outside the package states only its differences from the one it extends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from converter.pack.files.text import PackError
from converter.pack.loading import load_pack
from converter.pack.pack import Pack
from converter.pack.shapes.scorecard import StepRounding
from converter.rules.judge import Rules

Overlay = Callable[..., Pack]


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    """Return a function that loads a pack of the given files laid over the built-in one."""

    def loaded(**files: str) -> Pack:
        (tmp_path / "pack.yaml").write_text("extends: hunan-2020\n", "utf-8")
        for name, text in files.items():
            (tmp_path / name.replace("__", "/")).with_suffix(".yaml").write_text(text, "utf-8")
        pack = load_pack(tmp_path)
        Rules(pack)
        return pack

    return loaded


def _differences(own: object, base: object, place: str = "") -> set[str]:
    """Return the places where two shapes, or mappings of them, differ."""
    if isinstance(own, Struct) and isinstance(base, Struct):
        own, base = asdict(own), asdict(base)
    if isinstance(own, dict) and isinstance(base, dict) and own.keys() == base.keys():
        return set().union(*(_differences(own[key], base[key], f"{place}/{key}") for key in own))
    return set() if own == base else {place}


PARTS = [
    "units",
    "labels",
    "forms",
    "measures",
    "checks",
    "scorecard",
    "problems",
    "tables",
    "words",
    "style",
]


def _changed(own: Pack) -> set[str]:
    base = load_pack()
    return set().union(*(_differences(getattr(own, part), getattr(base, part), part) for part in PARTS))


def test_nothing_stated_changes_nothing(overlay: Overlay) -> None:
    assert _changed(overlay()) == set()


def test_one_threshold_changes_that_alone(overlay: Overlay) -> None:
    own = overlay(scorecard="indicators: {公用经费控制率: {steps: {rounding: ceiling}}}\n")
    assert _changed(own) == {"scorecard/indicators/公用经费控制率/steps/rounding"}
    assert own.scorecard.indicators["公用经费控制率"].steps.rounding is StepRounding.CEILING


def test_one_sentence_changes_that_alone(overlay: Overlay) -> None:
    own = overlay(problems="追加偏多: {remedy: 做细年初预算}\n")
    assert _changed(own) == {"problems/追加偏多/remedy"}
    assert own.problems["追加偏多"].when == "一般公共预算支出.预算控制率 > 0.1"


def test_one_label_changes_that_alone(overlay: Overlay) -> None:
    own, base = overlay(names="公务接待费: [招待支出]\n"), load_pack()
    assert own.names == base.names | {"公务接待费": (*base.names["公务接待费"], "招待支出")}


def test_one_severity_one_font_one_word_one_title(overlay: Overlay, tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    own = overlay(
        checks="机关运行经费: {severity: note}\n",
        style="styles: {body: {chinese: 宋体}}\n",
        words="missing_text: 【待写：{name}】\n",
        forms__三公经费决算表="titles: [三公经费支出表]\n",
    )
    assert _changed(own) == {
        "checks/机关运行经费/severity",
        "style/styles/body/chinese",
        "words/missing_text",
        "forms/三公经费决算表/titles",
    }


def test_a_new_entry_comes_last(overlay: Overlay) -> None:
    own = overlay(
        measures="三公经费.占基本支出: {formula: 三公经费.决算 / 基本支出.决算, unit: 比率}\n",
        checks="人员不超编: {rule: 在职不应超编, equation: 人员.在职 <= 人员.编制}\n",
    )
    base = load_pack()
    assert list(own.measures) == [*base.measures, "三公经费.占基本支出"]
    assert list(own.checks) == [*base.checks, "人员不超编"]


def test_a_check_of_another_kind_drops_the_old_one(overlay: Overlay) -> None:
    own = overlay(
        checks='收支总计相等: {equation: "", agree: 本年收入.决算, forms: [收入支出决算总表, 收入决算表]}\n'
    )
    assert own.checks["收支总计相等"].agree == "本年收入.决算"


def test_packs_extend_one_another_in_a_chain(tmp_path: Path) -> None:
    for name, text in (
        ("市", "extends: hunan-2020\nversion: '2'\nregion: 常德\n"),
        ("县", "extends: 市\nregion: 常德市\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text(text, "utf-8")
    meta = load_pack(tmp_path / "县").meta
    assert (meta.region, meta.version, meta.title) == ("常德市", "2", load_pack().meta.title)


def test_an_own_pack_may_bear_the_name_of_the_one_it_extends(tmp_path: Path) -> None:
    root = tmp_path / "hunan-2020"
    root.mkdir()
    (root / "pack.yaml").write_text("extends: hunan-2020\nversion: '1.1'\n", "utf-8")
    assert load_pack(root).meta.version == "1.1"


def test_any_change_changes_the_digest(overlay: Overlay) -> None:
    digests = {load_pack().digest, overlay().digest, overlay(names="公务接待费: [招待支出]\n").digest}
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("file", "text", "line", "says"),
    [
        ("scorecard", "indicators:\n  公用经费控制率:\n    steps: {rounding: 进位}\n", 3, "不在可选值之内"),
        ("scorecard", "indicators:\n  公用经费控制力:\n    points: 8\n", 2, "缺少必填内容"),
        ("checks", "机关运行经费:\n  hint: 甲\n  equation: 机关运行经费.决蒜 = 1\n", 3, "决蒜"),
        ("measures", "三公经费.控制率:\n  unit: 筐\n", 2, "提到了不存在的“筐”"),
        ("words", "# 注\nannexe: 附件\n", 2, "“annexe”不是认识的项目"),
    ],
)
def test_a_fault_is_named_in_the_file_it_stands_in(
    overlay: Overlay, tmp_path: Path, file: str, text: str, line: int, says: str
) -> None:
    with pytest.raises(PackError) as wrong:
        overlay(**{file: text})
    assert str(wrong.value).startswith(f"{tmp_path / file}.yaml:{line}: ")
    assert says in str(wrong.value)
