"""One quirk a case: the right figures, or none and a finding; never a wrong one."""

from pathlib import Path

import pytest

from tests.read.quirks import Quirk, blank, cells, figures, findings, lines, nil, quirks, unused

CASES = [(quirk, kind) for quirk in quirks() for kind in quirk.case.get("kinds", [".xlsx", ".xls", ".ods"])]


@pytest.mark.parametrize(
    ("quirk", "kind"), [pytest.param(*each, id=f"{each[0].name} {each[1]}") for each in CASES]
)
def test_a_quirk_gives_the_right_figures_or_a_finding(tmp_path: Path, quirk: Quirk, kind: str) -> None:
    filing = quirk.read(tmp_path, kind)
    case = quirk.case
    assert figures(filing) == case["figures"]
    if case.get("lines") != "any":
        assert lines(filing) == case.get("lines", {})
    assert [each.code for each in findings(filing)] == case.get("findings", [])
    for words in case.get("said", []):
        assert any(words in each.message for each in findings(filing))
    assert unused(filing) == case.get("unused", [])
    if "forms" in case:
        found = [[form.form, form.title_block.year, form.title_block.department] for form in filing.forms]
        assert found == case["forms"]
    if "nil" in case:
        assert nil(filing) >= set(case["nil"])
        assert bool(nil(filing)) == bool(case["nil"])
    if "blank" in case:
        assert blank(filing) == set(case["blank"])
    assert case.get("cells", {}).items() <= cells(filing).items()
    if "department" in case:
        assert filing.department == case["department"]
