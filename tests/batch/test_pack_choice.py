"""A department gets the pack for its place and year; a report by any other is not to be filed."""

from pathlib import Path
from typing import Any

import pytest

from converter.batch.pack_choice import PackChooser
from converter.figures import Severity
from converter.pack import DEFAULT, Gazetteer, PackLabel, load_gazetteer
from converter.pack.catalogue.shipped import shipped_catalogue
from tests.data import data_of

SHEET = data_of(Path(__file__).with_name("pack_choice.yaml"))
MISFITS = {"规则年度不符", "规则地区不符", "评价办法不明"}


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return load_gazetteer(DEFAULT)


@pytest.mark.parametrize("case", SHEET["cases"], ids=lambda case: case["about"])
def test_the_pack_chosen_and_what_is_said_of_it(case: dict[str, Any], places: Gazetteer) -> None:
    packs = [
        PackLabel(name, name, shape["region"], tuple(shape["years"]), "1", shape.get("confidence", "A"))
        for name, shape in SHEET["packs"].items()
        if case.get("only", name) == name != case.get("without")
    ]
    choice = PackChooser(packs, places).choose(
        case["department"], case["year"], case.get("around", ()), case.get("wanted", "")
    )
    assert choice.pack.name == case["pack"]
    assert [finding.code for finding in choice.findings] == case.get("codes", [])
    assert all((each.severity is Severity.ERROR) == (each.code in MISFITS) for each in choice.findings)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("湖南省常德市桃源县财政局", "湖南 常德市"),
        ("恩施土家族苗族自治州民政局", "湖北 恩施州"),
        ("海南藏族自治州财政局", "青海 海南州"),
        ("海南省财政厅", "海南 "),
        ("吉林市档案馆", "吉林 吉林市"),
        ("天津市河北区财政局", "天津 "),
        ("河北区财政局", "天津 "),
        ("昌吉州奇台县财政局", "新疆 昌吉州"),
        ("仙桃市财政局", "湖北 "),
        ("麻阳县财政局", "湖南 怀化市"),
        ("驻北京办事处", ""),
        ("中国人民政治协商会议广州市委员会", "广东 广州市"),
    ],
)
def test_the_place_that_a_name_begins_with(name: str, place: str, places: Gazetteer) -> None:
    found = places.place_in(name)
    assert (f"{found.province} {found.city}" if found else "") == place


def test_a_region_is_no_county(places: Gazetteer) -> None:
    assert places.unknown("洪江市") == "，相近的是“怀化市”"
    assert places.unknown("怀化市") is None


def test_a_county_is_of_one_place() -> None:
    counties = shipped_catalogue().regions.counties
    names = [name for several in counties.values() for name in several]
    assert len(names) == len(set(names))
