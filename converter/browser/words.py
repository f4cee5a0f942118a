"""The words of the page: what is said of options and commands elsewhere is said as it is done there."""

import sys
from typing import Any

from converter import messages


def speak_of_the_page() -> None:
    """Word all messages for the page, for good: what is shown there and what is written into files.

    Called once, before anything is said.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{messages.__name__}.") and module is not messages.screen:
            for sentence, value in list(vars(module).items()):
                if not sentence.startswith("__"):
                    setattr(module, sentence, in_page(value))


def in_page(value: Any) -> Any:
    """Return a message, a text or a collection of them as it is said in the page; all else as it is."""
    if isinstance(value, str):
        for typed, here in messages.screen.IN_PAGE.items():
            value = value.replace(typed, here)
    elif isinstance(value, messages.Message):
        return messages.Message(*map(in_page, value))
    elif isinstance(value, dict):
        return {key: in_page(said) for key, said in value.items()}
    elif isinstance(value, tuple):
        return tuple(map(in_page, value))
    return value
