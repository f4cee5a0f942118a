"""The page as a reader uses it."""

import base64
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from converter import messages
from converter.overview.builder import Overview
from converter.overview.department_columns import DepartmentColumn
from converter.overview.page import data as page_data
from converter.overview.page.page import page
from converter.workbooks.write.sheet import ValueKind
from tests.conversion.conftest import CLEAN, FAULTY
from tests.overview.page.chromium import Shown
from tests.overview.page.examples import COUNT, HOSTILE, ODD

pytestmark = pytest.mark.browser


def _number(text: str) -> float:
    return float(text.replace(",", "").removesuffix("，异常"))


def test_it_opens_without_network_or_complaint(shown: Shown) -> None:
    shown.open(shown.names[0])
    assert shown.complaints() == []
    assert shown.requested() == [shown.driver.current_url]
    assert len(shown.names) == 50
    assert shown.texts("#tallies dd") == ["123", "122", "41", "41"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("第077局", "第077局"), ("1077", "第077局"), ("迟到", "没交局"), ("上级厅 999", "没交局")],
)
def test_search_by_name_code_alias_and_parent(shown: Shown, text: str, found: str) -> None:
    shown.search(text, 1)
    assert shown.names == [found]
    assert "符合条件 1 个" in shown.by("status").text


def test_nobody_found_is_said_and_cleared(shown: Shown) -> None:
    shown.search("没有这个部门", 0)
    assert shown.by("nobody").is_displayed()
    shown.by("clear").click()
    assert len(shown.names) == 50


def test_sort_by_words(shown: Shown) -> None:
    shown.sort("部门")
    assert shown.head("部门").get_attribute("aria-sort") == "ascending"
    numbered = [name for name in shown.names if name.startswith("第")]
    assert numbered == sorted(numbered)
    shown.sort("部门")
    assert shown.head("部门").get_attribute("aria-sort") == "descending"
    numbered = [name for name in shown.names if name.startswith("第")]
    assert numbered == sorted(numbered, reverse=True)


@pytest.mark.parametrize("head", ["错误", "待补充", "预算控制率", "得分"])
def test_sort_by_numbers_largest_first_then_smallest(shown: Shown, head: str) -> None:
    shown.sort(head)
    if shown.head(head).get_attribute("aria-sort") != "descending":
        shown.sort(head)  # it was sorted by this one already
    values = [_number(text) for text in shown.column(head)]
    assert values == sorted(values, reverse=True)
    shown.sort(head)
    values = [_number(text) for text in shown.column(head) if text != "—"]
    assert values == sorted(values)


def test_unknown_values_come_last_both_ways(shown: Shown) -> None:
    for _ in range(2):
        shown.sort("得分")
        assert "—" not in shown.column("得分")
        shown.by("page").clear()
        shown.by("page").send_keys("3" + Keys.TAB)
        assert set(shown.column("得分")[-4:]) == {"—"}


def test_sort_by_readiness_goes_by_gravity(shown: Shown) -> None:
    shown.sort("结论")
    assert set(shown.column("结论")) == {"可报送", "待补充"}


def test_filters_narrow_each_other(shown: Shown) -> None:
    shown.choose("readiness", "待核")
    shown.choose("level", "县级")
    assert set(shown.column("结论")) == {"待核"}
    assert set(shown.column("级次")) == {"县级"}
    assert len(shown.names) == COUNT // 6
    shown.choose("kind", "行政单位")
    assert shown.names == []
    shown.by("clear").click()
    shown.choose("severity", "错误")
    assert len(shown.names) == COUNT // 3 + 1


def test_a_readiness_is_chosen_in_its_legend_and_let_go(shown: Shown) -> None:
    shown.by("readiness-failed").click()
    assert shown.names == ["坏文件.xlsx"]
    assert shown.by("readiness-failed").get_attribute("aria-pressed") == "true"
    shown.by("readiness-failed").click()
    assert len(shown.names) == 50


def test_a_rule_shows_the_departments_that_break_it(shown: Shown) -> None:
    counts = dict(zip(shown.texts("#rules .name"), shown.texts("#rules b"), strict=True))
    rule = next(each for each in shown.all("#rules button") if "支出合计" in each.text)
    rule.click()
    assert str(len(shown.names)) == counts["支出合计"]
    assert "支出合计" in shown.by("status").text


def test_a_column_added_to_the_list_is_shown(
    browser: Chrome, made_up: Overview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = DepartmentColumn("code", "who", ValueKind.WORD, lambda row: row.code)
    monkeypatch.setattr(page_data, "PAGE_COLUMNS", (*page_data.PAGE_COLUMNS, code))
    monkeypatch.setitem(messages.overview.PAGE_HEADS, "code", "编码")
    (tmp_path / "index.html").write_bytes(page(made_up))
    shown = Shown(browser, tmp_path / "index.html")
    alike = ("notes", "year", "pack")  # nobody has any, all are of one
    heads = [head for key, head in messages.overview.PAGE_HEADS.items() if key not in alike]
    assert shown.texts("#heads th")[: len(heads)] == heads
    shown.search("第077局", 1)
    assert shown.column("编码") == ["1077"]


def test_other_columns_can_be_shown(shown: Shown) -> None:
    shown.choose("group", "收支决算")
    assert [text for text in shown.texts("#heads th") if "万元" in text] == [
        "本年收入（万元）",
        "本年支出（万元）",
    ]


def test_an_outlier_is_named_and_opens(shown: Shown) -> None:
    named = [each for each in shown.all("#charts .odds button") if ODD in each.text]
    assert named
    named[0].click()
    assert ODD in shown.drawer
    assert "偏高" in shown.drawer


def test_the_drawer_by_keyboard(shown: Shown) -> None:
    names = shown.names
    shown.by("text").send_keys(Keys.ARROW_DOWN)
    shown.press(Keys.ARROW_DOWN)
    assert shown.focused == names[1]
    shown.press(Keys.ENTER)
    assert names[1] in shown.drawer
    for _ in range(12):  # the focus goes round within it
        shown.press(Keys.TAB)
        assert shown.driver.execute_script("return document.activeElement.closest('dialog') !== null")  # type: ignore[no-untyped-call]
    shown.press(Keys.ESCAPE)
    assert shown.drawer == ""
    assert shown.focused == names[1]


def test_after_a_press_on_a_row_the_focus_is_on_its_name(shown: Shown) -> None:
    shown.all("#rows tr:nth-child(4) td")[2].click()
    assert shown.names[3] in shown.drawer
    shown.by("close").click()
    assert shown.focused == shown.names[3]


def test_arrows_turn_the_page(shown: Shown) -> None:
    shown.by("text").send_keys(Keys.ARROW_DOWN)
    first = shown.names
    shown.press(Keys.END)
    shown.press(Keys.ARROW_DOWN)
    assert shown.focused == shown.names[0]
    assert shown.names != first
    shown.press(Keys.ARROW_UP)
    assert shown.focused == first[-1]


def test_the_drawer_tells_figures_with_their_cells(shown: Shown) -> None:
    shown.search("第008局", 1)
    shown.open("第008局")
    assert "第008局决算.xlsx!本年收入!C8 = 0.096" in shown.drawer
    assert "本年收入 1,234.50万元 可能有误" in shown.drawer
    assert "应为 1,243.50，实为 1,234.50" in shown.drawer
    assert "第008局决算.xlsx\n决算 9 张表" in shown.drawer


def test_what_a_department_wrote_stays_text(shown: Shown) -> None:
    title = shown.driver.title
    shown.search("onerror", 1)
    shown.open(shown.names[0])
    assert shown.texts("#drawer")[0].count(HOSTILE) == 11
    # name, level, note; in the finding: message, file, sheet and content of its cell, hint; what to supply;
    # a filed file and its account
    link = shown.all("#drawer a")[0].get_attribute("href")
    assert unquote(urlparse(link).path).endswith(f"/{HOSTILE}/报告.docx")
    assert shown.all("#drawer img, #rows img, #rules img") == []
    assert shown.driver.title == title
    assert shown.complaints() == []


def test_links_lead_to_files_that_exist(browser: Chrome, outbox: Path) -> None:
    shown = Shown(browser, outbox / "index.html")
    found = 0
    for name in (CLEAN, FAULTY):
        shown.open(name)
        for link in shown.all("#drawer a"):
            assert Path(unquote(urlparse(link.get_attribute("href")).path)).is_file()
            found += 1
        shown.by("close").click()
    assert found == 5
    assert shown.complaints() == []


def test_the_samples_as_they_are(browser: Chrome, outbox: Path) -> None:
    shown = Shown(browser, outbox / "index.html")
    assert "没有交的局" in shown.names
    shown.search("文旅局", 1)
    shown.open(FAULTY)
    assert "像是两位数字颠倒" in shown.drawer
    assert "2020年度部门决算公开表.xlsx!" in shown.drawer


def test_on_paper_all_departments_stand_under_repeated_heads(shown: Shown) -> None:
    shown.driver.execute_script(
        "window.rowsOnPaper = 0; window.addEventListener('beforeprint', () => {"
        "window.rowsOnPaper = document.querySelectorAll('#rows tr').length; })"
    )
    printed = shown.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")
    assert shown.driver.execute_script("return window.rowsOnPaper") == COUNT + 3
    assert len(shown.names) == 50
    shown.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        hidden = (By.ID, "filters"), (By.ID, "pager"), (By.ID, "drawer")
        assert not any(shown.driver.find_element(*each).is_displayed() for each in hidden)
        head = shown.driver.find_element(By.TAG_NAME, "thead")
        assert head.value_of_css_property("display") == "table-header-group"
    finally:
        shown.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
