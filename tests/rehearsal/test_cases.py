"""The cases of the packs that come with the program come out."""

import pytest

from converter.pack.amounts import Amounts
from converter.pack.authoring.cases import load_cases
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.rehearsal.cases import wrong_cases
from converter.rules.judge import Rules

NAMES = [file.parent.name for file in sorted(BUILT_IN.glob("*/cases.yaml"))]


@pytest.mark.parametrize("name", NAMES)
def test_the_cases_of_a_pack_come_out(name: str) -> None:
    pack = load_pack(BUILT_IN / name)
    cases = load_cases(BUILT_IN / name)
    assert cases
    assert list(wrong_cases(cases, Rules(pack), Amounts(pack), pack)) == []
