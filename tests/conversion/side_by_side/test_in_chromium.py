"""The page with a report and its sources as a reader uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from tests.conversion.conftest import FAULTY, jixiao, report
from tests.overview.page.chromium import Shown, chromium

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(scope="module")
def shown(browser: Chrome, copies: Path) -> Shown:
    return Shown(browser, copies / "对照页.html")


def _click(shown: Shown, name: str, nth: int = 0) -> None:
    """Click a mark that prints the figure with that name."""
    script = """
        const data = JSON.parse(document.getElementById('data').textContent);
        const marks = [...document.querySelectorAll('#report .mark')].filter(mark =>
            (data.figures[data.marks[mark.dataset.mark].figure ?? -1] || {}).name === arguments[0]);
        marks[arguments[1]].click();
    """
    shown.driver.execute_script(script, name, nth)  # type: ignore[no-untyped-call]


PATHS = {
    "基本支出（决算）": ("GK05", "439.45", "439.45"),
    "公务接待费（决算）": ("GK07", "3.85", "3.85"),
    "一般公共预算支出（预算控制率）": ("预算收支", "62.95", "算法：本年追加 / 年初预算"),
    "日常公用经费（控制率）": ("", "", "算法："),
    "三公经费（决算）": ("GK07", "10.55", "［三公经费决算构成］"),
}


@pytest.mark.parametrize("name", PATHS)
def test_a_figure_leads_to_its_cell(shown: Shown, name: str) -> None:
    sheet, cell, said = PATHS[name]
    _click(shown, name)
    assert said in shown.by("origin").text
    assert sheet in shown.driver.execute_script("return sheet.selectedOptions[0].textContent")
    lit = shown.texts("#grid .lit")
    assert lit == [cell] if cell else len(lit) == 1
    assert shown.texts('#report [aria-pressed="true"]') != []


def test_the_page_opens_on_the_sheet_of_the_first_figure(browser: Chrome, copies: Path) -> None:
    shown = Shown(browser, copies / "对照页.html")
    opened = shown.driver.execute_script("return sheet.value")
    shown.all("#report .mark.cell")[0].click()
    assert shown.driver.execute_script("return sheet.value") == opened != "0"


def test_a_formula_unfolds_down_to_cells_that_light_up(shown: Shown) -> None:
    _click(shown, "一般公共预算支出（预算控制率）")
    leaves = shown.all("#origin .link.cell")
    assert [leaf.text.rpartition(" ")[2] for leaf in leaves] == ["62.95", "89.55", "622.40"]
    leaves[1].click()
    assert shown.texts("#grid .lit") == ["89.55"]


def test_a_cell_leads_to_where_it_is_used(shown: Shown) -> None:
    _click(shown, "三公经费（决算）")
    shown.all("#grid .lit")[0].click()
    assert "用在哪里：三公经费（决算）" in shown.by("origin-title").text
    assert "10.55" in shown.texts("#report .related")


def test_a_finding_jumps_to_cell_and_number(shown: Shown) -> None:
    shown.all("#findings .finding")[2].click()
    assert shown.texts("#grid .lit") == ["10.55"]
    assert "10.55" in shown.focused


def test_the_keyboard_goes_from_number_to_number(shown: Shown) -> None:
    _click(shown, "基本支出（决算）")
    first = shown.focused
    shown.press(Keys.ARROW_RIGHT)
    assert shown.focused != first
    shown.press(Keys.ENTER)
    assert shown.by("origin-title").text == f"来历：{shown.focused}"


def test_nothing_is_asked_for_and_nothing_complained_of(shown: Shown, copies: Path) -> None:
    assert shown.complaints() == []
    assert set(shown.requested()) == {(copies / "对照页.html").as_uri()}
    assert (copies / "对照页.html").stat().st_size < 3_000_000


def test_a_checked_report_says_what_a_number_was_held_to(
    browser: Chrome, copies: Path, tmp_path: Path
) -> None:
    jixiao("verify", report(copies.parent, FAULTY, pending=True), "--format", "html", "-o", tmp_path)
    [file] = tmp_path.iterdir()
    shown = Shown(browser, file)
    shown.all("#report .mark.wrong")[-1].click()
    assert "［数字有误］" in shown.by("origin").text
    shown.all("#report .mark.confirmed")[0].click()
    assert "相符：应符合 人员（实有） = 人员（在职） + 人员（离退休）" in shown.by("origin").text
    assert not shown.by("sheets-panel").is_displayed()
    assert shown.complaints() == []
