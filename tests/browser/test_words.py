"""What is said in the page: nobody types options or commands there."""

import re
from types import ModuleType

import pytest

from converter import messages

SAID = ("filing", "files", "inventory", "reading", "packs", "verify", "checks", "edits")
ONLY_TYPED = {"BEGUN"}  # what `pack new` says
TYPED = re.compile(r"(?<![\w-])--[a-z]+|jixiao [a-z]+")


@pytest.mark.parametrize("topic", SAID)
def test_what_is_for_the_command_line_is_said_otherwise_in_the_page(topic: str) -> None:
    left = {}
    for name, text in texts_of(getattr(messages, topic)).items():
        for typed, here in messages.screen.IN_PAGE.items():
            text = text.replace(typed, here)
        if name not in ONLY_TYPED and (found := TYPED.search(text)):
            left[name] = found[0]
    assert left == {}


def texts_of(module: ModuleType) -> dict[str, str]:
    return {
        name: str(value) for name, value in vars(module).items() if name.isupper() or name.startswith("_W")
    }
