"""How the names of filed files are printed: nothing in them commands a screen or begins a line."""

import pytest

from converter.inbox.filed_names import readable


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("某局/2020年度 决算\u3000表.xlsx", "某局/2020年度 决算\u3000表.xlsx"),
        ("甲\n局", "甲<U+000A>局"),
        ("\x1b]0;pwn\x07局", "<U+001B>]0;pwn<U+0007>局"),
        ("\u202e甲\u2028局\u200b", "<U+202E>甲<U+2028>局<U+200B>"),
    ],
)
def test_a_name_prints_as_one_line_of_text(name: str, printed: str) -> None:
    assert readable(name) == printed
