"""What a user does with the page: wait, drop files, press a button, and what comes of it."""

import base64
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SECONDS = 120  # for a machine that is busy with other tests


def wait(driver: Chrome, condition: str) -> None:
    """Wait until a condition of the page's script holds."""
    WebDriverWait(driver, SECONDS, 0.1).until(lambda _: driver.execute_script(f"return {condition}"))


def drop(driver: Chrome, *paths: Path) -> None:
    """Drop files and folders onto the page with the mouse, as the desktop would."""
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for step in ("dragEnter", "dragOver", "drop"):
        event = {"type": step, "x": 400, "y": 200, "data": data}
        driver.execute_cdp_cmd("Input.dispatchDragEvent", event)


def written(driver: Chrome) -> dict[str, bytes]:
    """Return the files that the page made, by their paths."""
    text = "btoa(data.reduce((all, one) => all + String.fromCharCode(one), ''))"
    files = driver.execute_script(f"return written.map(({{path, data}}) => [path, {text}])")
    return {path: base64.b64decode(data) for path, data in files}


def given(driver: Chrome, button: str) -> bytes:
    """Press a button and return the file that comes of it, which the worker makes in its own time."""
    driver.execute_script("window.gift = null; give = (name, data) => { window.gift = data; };")
    driver.find_element(By.ID, button).click()
    wait(driver, "window.gift !== null")
    text = "btoa(gift.reduce((all, one) => all + String.fromCharCode(one), ''))"
    return base64.b64decode(driver.execute_script(f"return {text}"))
