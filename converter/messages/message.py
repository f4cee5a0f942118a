"""What a finding says: a code to count it by, a text with slots, a hint what to do."""

from typing import NamedTuple


class Message(NamedTuple):
    """A finding's words: `code` names its kind, `text` and `hint`, what to do, have slots in braces."""

    code: str
    text: str
    hint: str = ""
