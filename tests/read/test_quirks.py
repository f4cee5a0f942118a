"""One quirk a case: the right figures, or none and a finding; never a wrong one."""

from pathlib import Path

import pytest

from tests.read.quirks import Quirk, codes, figures, lines, quirks


@pytest.mark.parametrize("quirk", [pytest.param(each, id=each.name) for each in quirks()])
def test_quirk(tmp_path: Path, quirk: Quirk) -> None:
    filing = quirk.read(tmp_path)
    case = quirk.case
    assert figures(filing) == case["figures"]
    assert lines(filing) == case.get("lines", {})
    assert codes(filing) == case.get("findings", [])
    if "forms" in case:
        found = [[form.form, form.head.year or filing.year, form.head.department] for form in filing.forms]
        assert found == case["forms"]
    if "department" in case:
        assert filing.department == case["department"]
