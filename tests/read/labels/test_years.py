"""Items went by other names from year to year: every year's tables read as the same figures."""

from pathlib import Path

import pytest

from converter.pack.loading import load_pack
from converter.read.labels.vocabulary import Vocabulary
from samples.filing import write
from samples.filing.catalogue import data_of
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from tests.read.expected import detail_lines, final_figures
from tests.read.rows import READER

NAMES = Vocabulary(load_pack()).canonical
OLDER = data_of("catalogue.yaml")["until"]


@pytest.mark.parametrize("year", range(2018, 2027))
@pytest.mark.parametrize("department", [1, 5, 9])
def test_the_names_of_a_year_read_as_the_same_figures(tmp_path: Path, year: int, department: int) -> None:
    accounts = invent(department, year).accounts
    path = write.book(final_accounts(accounts), tmp_path / f"{year}年度部门决算公开表.xlsx")
    filing = READER.read(path, path.name)
    read = {figure.id: figure.value for form in filing.forms for figure in form.extraction.figures}
    expected = final_figures(accounts)
    assert {key: read.get(key) for key in expected} == expected
    for (group, column), amounts in detail_lines(accounts).items():
        lines = [line for form in filing.forms for line in form.extraction.detail_rows if line.group == group]
        values = {line.key: line.figures[column].value for line in lines}
        assert {key: value for key, value in values.items() if value} == amounts
    assert [each.code for form in filing.forms for each in form.extraction.findings] == []
    assert (filing.year, filing.findings) == (year, ())


@pytest.mark.parametrize("code", OLDER)
def test_an_older_name_means_the_later_one(code: str) -> None:
    assert NAMES(OLDER[code]["name"]) == NAMES(data_of("catalogue.yaml")["function"][code])
