"""Measures: what they come to, in which order, and that what was read is never computed over."""

import random
import re
import shutil
from pathlib import Path

import pytest
import yaml

from converter.figures.ledger import Ledger
from converter.figures.origin import Derived
from converter.figures.words import formula_words
from converter.pack.amounts import Amounts
from converter.pack.files.layers import BUILT_IN
from converter.pack.files.text import PackError
from converter.pack.known_names import measure_digits
from converter.pack.loading import DEFAULT, load_pack
from converter.rules.judge import Rules
from converter.rules.language.compiler import Compiler
from converter.rules.language.formulas import compile_formulas, compute
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

FORMULAS = compile_formulas(PACK, Compiler(PACK))
AMOUNTS = Amounts(PACK)
TABLE = data_of(Path(__file__).parent / "measures.yaml")
NONE = "无"
CASES = [(who, figure, text) for who, case in TABLE.items() for figure, text in case["prints"].items()]


def _computed(given: dict[str, object]) -> Ledger:
    found = ledger(given)
    return found.with_figures(compute(FORMULAS, found).figures)


@pytest.mark.parametrize(("who", "figure_id", "text"), CASES)
def test_a_measure_prints_as_published(who: str, figure_id: str, text: str) -> None:
    figure = _computed(TABLE[who]["given"]).find(figure_id)
    assert (AMOUNTS.number(figure.value, figure) if figure and figure.value is not None else NONE) == text


def test_every_measure_has_a_case() -> None:
    shown = {figure_id for _, figure_id, text in CASES if text != NONE}
    for key, measure in PACK.measures.items():
        assert shown & {key, *(f"{item}.{key}" for item in measure.each)}, key


def test_a_formula_in_words_names_no_function() -> None:
    words = [formula_words(formula.measure.formula) for formula in compile_formulas(PACK, Compiler(PACK))]
    assert "年初预算，没有的用预算" in words
    assert not [each for each in words if re.search(r"[a-z]", each)]


def test_formulas_come_after_those_they_need() -> None:
    places = {formula.id: at for at, formula in enumerate(FORMULAS)}
    assert set(places) == set(measure_digits(PACK))
    for formula in FORMULAS:
        assert all(places.get(needed, -1) < places[formula.id] for needed in formula.inputs())


def test_the_order_in_which_the_pack_states_them_does_not_matter(tmp_path: Path) -> None:
    base = Path(shutil.copytree(BUILT_IN / "base-cn", tmp_path / "base-cn"))
    root = Path(shutil.copytree(DEFAULT, tmp_path / "pack"))
    given = TABLE["常德市人民政府办公室2020年"]["given"]
    expected = {key: figure.value for key, figure in _computed(given).figures.items()}
    entries = list(data_of(base / "measures.yaml").items())
    for seed in range(3):
        random.Random(seed).shuffle(entries)
        text = yaml.safe_dump(dict(entries), allow_unicode=True, sort_keys=False)
        (base / "measures.yaml").write_text(text, "utf-8")
        pack, found = load_pack(root), ledger(given)
        found = found.with_figures(compute(compile_formulas(pack, Compiler(pack)), found).figures)
        assert {key: figure.value for key, figure in found.figures.items()} == expected


def test_a_reading_wins_over_the_formula() -> None:
    parts = {"工资福利支出.决算": 5, "对个人和家庭的补助.决算": 2}
    assert _computed(parts).figures["人员经费.决算"].value == 7
    assert _computed(parts | {"人员经费.决算": 8}).figures["人员经费.决算"].value == 8


def test_a_reading_of_zero_wins_over_the_formula() -> None:
    found = _computed({"工资福利支出.决算": 5, "对个人和家庭的补助.决算": 2, "人员经费.决算": 0})
    assert found.figures["人员经费.决算"].value == 0


def test_a_blank_reading_gives_way_to_the_formula() -> None:
    found = _computed({"工资福利支出.决算": 5, "对个人和家庭的补助.决算": 2, "人员经费.决算": None})
    assert found.figures["人员经费.决算"].value == 7


def test_a_measure_remembers_its_formula_and_its_figures() -> None:
    origin = _computed({"人员.在职": 127, "人员.编制": 130}).figures["人员.控制率"].origin
    assert origin == Derived("人员.在职 / 人员.编制", ("人员.在职", "人员.编制"))


@pytest.mark.parametrize("base", [0, None])
def test_nothing_or_a_blank_as_base_gives_no_value(base: object) -> None:
    assert _computed({"人员.在职": 127, "人员.编制": base}).find("人员.控制率") is None


@pytest.mark.parametrize(
    ("own", "circle"),
    [
        ("甲.数: {formula: 甲.数 + 1, unit: 元}", "甲.数 → 甲.数"),
        ("甲.数: {formula: 乙.数, unit: 元}\n乙.数: {formula: 甲.数, unit: 元}", "甲.数 → 乙.数 → 甲.数"),
        ("倍数: {each: [甲], formula: 倍数 * 2, unit: 元}", "甲.倍数 → 甲.倍数"),
    ],
)
def test_a_circle_is_a_fault_of_the_pack(tmp_path: Path, own: str, circle: str) -> None:
    (tmp_path / "pack.yaml").write_text("extends: hunan-2020\n", "utf-8")
    (tmp_path / "measures.yaml").write_text(own, "utf-8")
    with pytest.raises(PackError) as wrong:
        Rules(load_pack(tmp_path))
    assert str(wrong.value) == f"{tmp_path / 'measures.yaml'}:1: 公式互相引用成了一圈：{circle}"
