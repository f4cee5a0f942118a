"""What to do next, at the top of the page."""

import pytest
from selenium.webdriver.common.by import By

from converter import messages
from tests.overview.page.chromium import Shown

pytestmark = pytest.mark.browser


def test_what_to_do_next_comes_first_with_words_to_send(shown: Shown) -> None:
    kinds = shown.texts("#steps .step h3")
    assert [kind.rstrip("0123456789,") for kind in kinds] == [
        word for word in messages.overview.STEPS.values() if any(kind.startswith(word) for kind in kinds)
    ]
    step = shown.all("#steps .step.return li")[0]
    name = step.find_element(By.CSS_SELECTOR, ".who").text
    step.find_element(By.CSS_SELECTOR, ".copy").click()
    given = shown.given_out(step)
    assert given == "已复制" or given.startswith(name)
