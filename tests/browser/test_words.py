"""What is said in the page: nobody types options or commands there."""

import re
from types import ModuleType

import pytest

from converter import messages
from converter.browser import speak_of_the_page

SAID = ("filing", "files", "inventory", "reading", "packs", "verify", "checks", "edits")
ONLY_TYPED = {"BEGUN"}  # what `pack new` says
TYPED = re.compile(r"(?<![\w-])--[a-z]+|jixiao [a-z]+")


@pytest.fixture
def _in_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """All messages worded for the page, and afterwards as they were."""
    for module in vars(messages).values():
        if isinstance(module, ModuleType):
            for name, value in list(vars(module).items()):
                monkeypatch.setattr(module, name, value)
    speak_of_the_page()


@pytest.mark.usefixtures("_in_page")
def test_what_is_for_the_command_line_is_said_otherwise_in_the_page() -> None:
    said = [(topic, *text) for topic in SAID for text in texts_of(getattr(messages, topic)).items()]
    assert [each for each in said if each[1] not in ONLY_TYPED and TYPED.search(each[2])] == []
    assert isinstance(messages.packs.NATIONAL, messages.Message)
    assert "拖进来" in messages.packs.NATIONAL.hint


def texts_of(module: ModuleType) -> dict[str, str]:
    return {
        name: str(value) for name, value in vars(module).items() if name.isupper() or name.startswith("_W")
    }
