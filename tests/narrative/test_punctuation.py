"""Punctuation and blanks of Chinese text: what is corrected, what is kept, what is only told."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.narrative.punctuation import corrected
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "punctuation.yaml")


@pytest.mark.parametrize(("written", "printed"), CASES["changed"].items())
def test_what_is_wrong_is_corrected_and_each_change_told(written: str, printed: str) -> None:
    result = corrected(written)
    assert result.text == printed
    assert result.changes
    assert all(before in written and after in printed for before, after in result.changes)
    assert not result.doubts


@pytest.mark.parametrize("text", CASES["kept"])
def test_what_is_right_stays(text: str) -> None:
    result = corrected(text)
    assert (result.text, result.changes, result.doubts) == (text, (), ())


@pytest.mark.parametrize(("text", "told"), CASES["doubted"].items())
def test_doubts_are_told_and_left(text: str, told: str) -> None:
    result = corrected(text)
    assert (result.text, result.changes) == (text, ())
    assert told in result.doubts[0]


@example("“%:.")
@given(st.text(alphabet="甲乙，。“”（）12,.;:()\"' %a\n", max_size=30))
def test_what_is_right_stays_and_no_word_or_number_is_touched(text: str) -> None:
    once = corrected(text)
    assert corrected(once.text).text == once.text
    assert [sign for sign in once.text if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
