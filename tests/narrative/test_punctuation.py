"""Marks and blanks of Chinese text: what is set right, what is kept, what is only told."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.narrative.punctuation import set_right
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "punctuation.yaml")


@pytest.mark.parametrize(("written", "printed"), CASES["changed"].items())
def test_set_right(written: str, printed: str) -> None:
    setting = set_right(written)
    assert setting.text == printed
    assert setting.changes
    assert all(before in written and after in printed for before, after in setting.changes)
    assert not setting.doubts


@pytest.mark.parametrize("text", CASES["kept"])
def test_kept(text: str) -> None:
    setting = set_right(text)
    assert (setting.text, setting.changes, setting.doubts) == (text, (), ())


@pytest.mark.parametrize(("text", "told"), CASES["doubted"].items())
def test_doubts_are_told_and_left(text: str, told: str) -> None:
    setting = set_right(text)
    assert (setting.text, setting.changes) == (text, ())
    assert told in setting.doubts[0]


@example("“%:.")
@given(st.text(alphabet="甲乙，。“”（）12,.;:()\"' %a\n", max_size=30))
def test_what_is_right_stays_and_no_word_or_number_is_touched(text: str) -> None:
    once = set_right(text)
    assert set_right(once.text).text == once.text
    assert [sign for sign in once.text if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
