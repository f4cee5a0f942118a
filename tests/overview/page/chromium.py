"""A headless Chromium with a page open, and what a reader sees of it."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--window-size=1440,900", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """Yield a browser; without one skip, or fail where it is demanded."""
    found = {name: shutil.which(name) for name in ("chromium", "chromedriver")}
    if missing := [name for name, path in found.items() if not path]:
        message = f"not installed: {missing}"
        pytest.fail(message) if os.environ.get("JIXIAO_RENDER") == "1" else pytest.skip(message)
    options = ChromeOptions()
    options.binary_location = str(found["chromium"])
    for flag in (*QUIET, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options, Service(str(found["chromedriver"])))
    try:
        yield driver
    finally:
        driver.quit()


class Shown:
    """The page in a browser."""

    def __init__(self, driver: Chrome, file: Path) -> None:
        self.driver = driver
        self._drain()
        driver.get(file.as_uri())
        self._wait("html[data-ready]")

    def by(self, name: str) -> WebElement:
        return self.driver.find_element(By.ID, name)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        each = "return [...document.querySelectorAll(arguments[0])].map(element => element.textContent)"
        return self.driver.execute_script(each, selector)  # type: ignore[no-any-return,no-untyped-call]

    @property
    def names(self) -> list[str]:
        return self.texts("#rows th button")

    def column(self, head: str) -> list[str]:
        """Return the cells under a head, its unit left out."""
        heads = [text.partition("（")[0] for text in self.texts("#heads th")]
        return self.texts(f"#rows tr > :nth-child({heads.index(head) + 1})")

    def head(self, head: str) -> WebElement:
        return next(each for each in self.all("#heads th") if each.text.startswith(head))

    def sort(self, head: str) -> None:
        self.head(head).find_element(By.TAG_NAME, "button").click()

    def choose(self, name: str, word: str) -> None:
        Select(self.by(name)).select_by_visible_text(word)

    def search(self, text: str, found: int) -> None:
        """Type into the search field and wait until so many departments are shown."""
        self.by("text").clear()
        self.by("text").send_keys(text)
        WebDriverWait(self.driver, 10).until(lambda _: len(self.names) == found)

    def press(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    @property
    def focused(self) -> str:
        return str(self.driver.switch_to.active_element.get_property("textContent"))

    @property
    def drawer(self) -> str:
        """The text of the open drawer, '' while it is closed."""
        self._wait("#drawer:not([aria-busy])")
        return self.by("drawer").text if self.by("drawer").is_displayed() else ""

    def open(self, name: str) -> None:
        self.all("#rows th button")[self.names.index(name)].send_keys(Keys.ENTER)
        self._wait("#drawer:not([aria-busy])")

    def given_out(self, step: WebElement) -> str:
        """Return what came of copying a notice: that it is copied, or its text where the page may not."""
        words = "const area = arguments[0].querySelector('textarea'); return area ? area.value : "
        text = f"{words}arguments[0].querySelector('.copy').textContent"
        pressed = WebDriverWait(self.driver, 10, 0.05)
        pressed.until(lambda _: self.driver.execute_script(text, step) != "复制通知")
        return str(self.driver.execute_script(text, step))

    def complaints(self) -> list[str]:
        """Return what the console said."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requested(self) -> list[str]:
        """Return the addresses that the page asked for."""
        events = [json.loads(each["message"])["message"] for each in self._drain()]
        sent = [each["params"] for each in events if each["method"] == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in sent if each["documentURL"] == self.driver.current_url]

    def _wait(self, selector: str) -> None:
        """Wait until there is such an element: the page unpacks its data on its own time."""
        WebDriverWait(self.driver, 10, 0.05).until(lambda _: self.all(selector))

    def _drain(self) -> list[dict[str, Any]]:
        return self.driver.get_log("performance")  # type: ignore[no-any-return,no-untyped-call]
