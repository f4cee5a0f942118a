"""jixiao.html opened from the disk in a browser: what it makes of files, and that it asks for nothing."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from page.build import build
from tests.conversion.conftest import CLEAN, FAULTY, SAMPLES, SEED, outbox
from tests.overview.page.chromium import chromium
from tests.page.using import drop, given, wait, written
from tests.shared import made_once

__all__ = ["outbox"]  # a fixture
pytestmark = pytest.mark.browser
FOLDER_IN_MEMORY = """
window.paths = [];
const folder = (name) => ({
  name, kept: {},
  async getDirectoryHandle(each, {create} = {}) {
    if (!create && !this.kept[each]) throw Object.assign(new Error(each), { name: "NotFoundError" });
    return this.kept[each] ||= folder(name ? `${name}/${each}` : each);
  },
  async getFileHandle(each) {
    const file = { async write() { paths.push(`${name}/${each}`); }, async close() {} };
    return { createWritable: async () => file };
  },
});
const top = folder("");
window.showDirectoryPicker = async () => top;
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, built anew; skipped without npm, or where neither npm nor PyPI can be reached."""
    if not shutil.which("npm"):
        missing = "not installed: npm"
        pytest.fail(missing) if os.environ.get("JIXIAO_RENDER") == "1" else pytest.skip(missing)
    try:
        return made_once(tmp_path_factory, "page", build) / "jixiao.html"
    except subprocess.CalledProcessError as refused:
        if refused.cmd[0] == "node":
            raise
        pytest.skip(f"cannot be fetched: {refused.cmd}")


@pytest.fixture(scope="module")
def browser(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        driver.get(file.as_uri())
        wait(driver, "document.documentElement.dataset.ready !== undefined")
        yield driver


def _converted(driver: Chrome, folder: Path) -> list[dict[str, Any]]:
    """Return what the page was told of every department of a folder."""
    driver.execute_script("again()")
    drop(driver, folder)
    wait(driver, "!document.getElementById('done').hidden")
    return driver.execute_script("return results")  # type: ignore[no-any-return]


def _samples_converted(driver: Chrome) -> list[dict[str, Any]]:
    """Return what the page was told of the samples, which it is given unless it shows them."""
    told = driver.execute_script("return document.getElementById('done').hidden ? [] : results")
    shown = {each.get("department") for each in told} == {SEED, CLEAN, FAULTY}
    return told if shown else _converted(driver, SAMPLES)


def test_the_samples_become_the_same_reports_as_on_the_command_line(browser: Chrome, outbox: Path) -> None:
    results = _samples_converted(browser)
    assert {each["department"]: each["readiness"] for each in results} == {
        SEED: "ready",
        CLEAN: "ready",
        FAULTY: "pending",
    }
    reports = {path: data for path, data in written(browser).items() if path.endswith(".docx")}
    assert len(reports) == 3
    for path, data in reports.items():
        with ZipFile(io.BytesIO(data)) as ours, ZipFile(outbox / path) as native:
            assert ours.namelist() == native.namelist()
            assert [name for name in ours.namelist() if ours.read(name) != native.read(name)] == []


def test_verdict_list_and_report_are_shown(browser: Chrome) -> None:
    _samples_converted(browser)
    browser.find_element(By.CSS_SELECTOR, "#departments .pending").click()
    assert "待核 1" in browser.find_element(By.ID, "summary").text
    assert FAULTY in browser.find_element(By.ID, "departments").text
    shown = browser.find_element(By.ID, "shown")
    assert "C34" in shown.text
    shown.find_elements(By.CSS_SELECTOR, "[role=tab]")[1].click()
    inner = "document.querySelector('#shown iframe').contentDocument"
    wait(browser, f"!!{inner}?.querySelector('#report .mark.cell')")  # it loads in its own time
    browser.execute_script(f"{inner}.querySelector('#report .mark.cell').click()")
    wait(browser, f"{inner}.querySelector('#grid .lit')?.textContent")


def test_a_finding_leads_to_its_cell(browser: Chrome) -> None:
    _samples_converted(browser)
    browser.find_element(By.CSS_SELECTOR, "#departments .pending").click()
    browser.find_element(By.CSS_SELECTOR, "#shown .link").click()
    lit = "document.querySelector('#shown iframe').contentDocument.querySelector('#grid .lit')"
    wait(browser, f"{lit}?.dataset.cell === 'C34'")


def test_reports_not_downloaded_are_not_lost_unasked(browser: Chrome) -> None:
    _samples_converted(browser)
    asks = """
        const closing = new Event("beforeunload", { cancelable: true });
        dispatchEvent(closing);
        return closing.defaultPrevented;
    """
    assert browser.execute_script(asks) is True
    given(browser, "download")
    assert browser.execute_script(asks) is False


def test_supplements_are_given_with_what_is_known(browser: Chrome) -> None:
    _samples_converted(browser)
    with ZipFile(io.BytesIO(given(browser, "forms"))) as archive:
        assert f"{CLEAN}/补充资料.xlsx" in archive.namelist()


def test_a_broken_file_costs_itself_and_a_second_drop_starts_anew(browser: Chrome, tmp_path: Path) -> None:
    inbox = Path(shutil.copytree(SAMPLES / CLEAN, tmp_path / "inbox" / CLEAN)).parent
    (inbox / "坏文件局").mkdir()
    for place in ("坏文件局", CLEAN):  # the department's own is told among what it filed
        (inbox / place / "2018年度部门决算公开表.xlsx").write_bytes(b"PK\x03\x04 broken")
    results = _converted(browser, inbox)
    assert [each.get("department") for each in results] == [CLEAN, None]
    assert any("2018年度部门决算公开表.xlsx" in file for file in results[0]["files"])
    assert "2018年度部门决算公开表.xlsx" in results[1]["failure"]


def test_a_year_that_is_none_is_refused_and_one_in_words_is_read(browser: Chrome) -> None:
    browser.execute_script("again()")
    year = browser.find_element(By.ID, "year")
    year.send_keys("去年")
    drop(browser, SAMPLES / CLEAN)
    wait(browser, "document.getElementById('state').textContent.includes('去年')")
    assert browser.find_element(By.ID, "drop").is_displayed()
    year.clear()
    year.send_keys("2020年")
    assert browser.execute_script("return yearAsked()") == 2020
    year.clear()


def test_files_dropped_by_themselves_are_taken_and_nothing_at_all_is_answered(
    browser: Chrome, tmp_path: Path
) -> None:
    browser.execute_script("again()")
    drop(browser, tmp_path)  # a folder without files, as one dragged out of an archive seems to be
    wait(browser, "document.getElementById('state').textContent.includes('没有收到文件')")
    drop(browser, *(SAMPLES / CLEAN).iterdir())
    wait(browser, "!document.getElementById('done').hidden")
    assert browser.execute_script("return results.map(({department}) => department)") == [CLEAN]
    assert not [path for path in written(browser) if "/" not in path]  # nothing to compare, nor for programs
    drop(browser, tmp_path)
    wait(browser, "document.getElementById('outcome-words').textContent.includes('没有收到文件')")
    assert browser.find_element(By.ID, "shown").is_displayed()


def test_all_may_be_done_by_another_standard(browser: Chrome) -> None:
    _converted(browser, SAMPLES / CLEAN)
    asked = "return [...document.querySelectorAll('#shown select option')].map(({value}) => value)"
    assert "national-selfeval" in browser.execute_script(asked)
    chosen = Select(browser.find_element(By.CSS_SELECTOR, "#shown select"))
    chosen.select_by_value("national-selfeval")
    wait(browser, "!document.getElementById('done').hidden && results[0].pack.includes('全国')")
    assert "评价办法：全国" in browser.find_element(By.ID, "shown").text
    assert (
        browser.execute_script("return document.getElementById('pack').value") == ""
    )  # for these files only
    Select(browser.find_element(By.CSS_SELECTOR, "#shown select")).select_by_value("")
    wait(browser, "!document.getElementById('done').hidden && results[0].pack.includes('湖南')")


def test_results_are_saved_beside_what_is_there(browser: Chrome) -> None:
    """A folder in the page's memory stands in for the one that nobody can choose here."""
    _samples_converted(browser)
    browser.execute_script(FOLDER_IN_MEMORY)
    for folder in ("绩效评价报告", "绩效评价报告（2）"):
        browser.find_element(By.ID, "save").click()
        wait(browser, "document.getElementById('outcome-words').textContent.startsWith('已存到')")
        assert folder in browser.find_element(By.ID, "outcome-words").text
        browser.execute_script("document.getElementById('outcome-words').textContent = ''")
    saved = browser.execute_script("return paths")
    assert sorted(saved)[0].startswith("绩效评价报告/")
    assert len(saved) == 2 * len(written(browser))


def test_reports_chosen_are_checked_and_may_be_chosen_again(
    browser: Chrome, outbox: Path, tmp_path: Path
) -> None:
    report, scan = next((outbox / SEED).glob("*报告.docx")), tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF-1.4")
    browser.execute_script("again()")
    chosen = browser.find_element(By.ID, "reports")
    chosen.send_keys(f"{report}\n{scan}")
    wait(browser, "!document.getElementById('done').hidden")
    results = browser.execute_script("return results")
    assert chosen.get_property("value") == ""
    assert [each["readiness"] for each in results if "readiness" in each] == ["ready"]
    assert [each["name"] for each in results if "failure" in each] == ["扫描.pdf"]
    assert "unchecked" in [part["part"] for each in results for part in each.get("parts", ())]
    assert [path for path in written(browser) if path.endswith(".html")] != []


def test_nothing_is_asked_for_and_nothing_complained_of(browser: Chrome, file: Path) -> None:
    asked = browser.execute_script("return performance.getEntriesByType('resource').map(each => each.name)")
    assert [address for address in asked if not address.startswith("blob:")] == []
    assert [entry["message"] for entry in browser.get_log("browser")] == []  # type: ignore[no-untyped-call]
    assert file.stat().st_size < 14_000_000


def test_cancelling_leads_back_to_the_start(browser: Chrome) -> None:
    browser.execute_script("again()")
    drop(browser, SAMPLES)
    wait(browser, "!document.getElementById('running').hidden")
    browser.find_element(By.ID, "cancel").click()
    assert browser.find_element(By.ID, "drop").is_displayed()
