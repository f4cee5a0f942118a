"""What a finding says: a code to count it by, a text with slots, a hint what to do."""

from typing import NamedTuple


class Message(NamedTuple):
    """A finding's words: `code` names its kind, `text` has slots in braces, `hint` what to do."""

    code: str
    text: str
    hint: str = ""
