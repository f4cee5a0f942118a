"""A pack is for some years and one region: anywhere else its report is not to be filed."""

import pytest
from msgspec.structs import replace

from converter.conversion.pack_fit import pack_fit
from converter.pack.loading import load_pack

PACK = load_pack()
ELSEWHERE, OTHER_YEAR = "规则地区不符", "规则年度不符"


def _codes(department: str, region: str, years: tuple[int, ...] = (2020,)) -> list[str]:
    pack = replace(PACK, meta=replace(PACK.meta, region=region, years=years))
    return [finding.code for finding in pack_fit(department, 2020, pack)]


@pytest.mark.parametrize(
    ("department", "region", "is_elsewhere"),
    [
        ("常德市人民政府办公室", "湖南", False),
        ("湖南省常德市桃源县财政局", "湖南", False),
        ("湖南省人民政府驻北京办事处", "湖南", False),
        ("长沙市人民政府驻上海市办事处", "湖南", False),
        ("中共临江县委宣传部", "湖南", False),
        ("湘西土家族苗族自治州民政局", "湖南", False),
        ("湖北省黄冈市教育局", "湖南", True),
        ("中国人民政治协商会议广州市委员会", "湖南", True),
        ("恩施土家族苗族自治州民政局", "湖南", True),
        ("内蒙古自治区档案馆", "湖南", True),
        ("常德市档案馆", "常德市", False),
        ("湖南省档案馆", "常德市", False),
        ("长沙市档案馆", "常德市", True),
        ("湖南省长沙市档案馆", "常德市", True),
        ("湖北省档案馆", "常德市", True),
        ("湖北省档案馆", "全国", False),
    ],
)
def test_region(department: str, region: str, is_elsewhere: bool) -> None:
    assert _codes(department, region) == [ELSEWHERE] * is_elsewhere


@pytest.mark.parametrize(
    ("years", "is_other"), [((2020,), False), ((2018, 2019, 2020), False), ((2021,), True), ((), True)]
)
def test_years(years: tuple[int, ...], is_other: bool) -> None:
    assert _codes("档案馆", "湖南", years) == [OTHER_YEAR] * is_other
