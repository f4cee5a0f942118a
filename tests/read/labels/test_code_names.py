"""The list of codes and names: in canonical names, each code once, and what contradicts what."""

from collections import Counter

import pytest

from converter.pack import load_pack
from converter.read.labels.code_names import CodeNames
from converter.read.labels.vocabulary import Vocabulary

NAMES = CodeNames(
    {"3": "01 甲|旧甲, 02 乙", "301": "01 丙, 02 丁", "302": "01 丁, 02 戊, 03 己", "303": "01 己, 02 庚"}
)


def test_the_packs_names_are_canonical_and_each_code_is_listed_once() -> None:
    pack = load_pack()
    canonical = Vocabulary(pack).canonical
    listed = list(CodeNames(pack.codes).listed())
    assert [code for code, times in Counter(code for code, _ in listed).items() if times > 1] == []
    assert [name for _, names in listed for name in names if canonical(name) != name] == []
    above = {code for code, _ in listed}
    assert [code for code, _ in listed if len(code) > 3 and code[:-2] not in above] == []


@pytest.mark.parametrize(
    ("code", "name", "meant"),
    [
        ("30101", "丙", ""),
        ("301", "旧甲", ""),
        ("30101", "丁", "30102"),  # one beside it, though another has the name as well
        ("30101", "戊", "30202"),
        ("30101", "己", ""),  # of two others
        ("30101", "不在内", ""),
        ("30199", "丁", ""),
        ("30101", "乙", ""),  # that of a class
    ],
)
def test_a_name_belongs_to_another_code(code: str, name: str, meant: str) -> None:
    assert NAMES.code_meant(code, name) == meant
