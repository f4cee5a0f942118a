"""Text without end takes time for its length only, counted in steps and characters, not seconds."""

import pytest

from converter.pack import load_pack
from converter.verify.claims.normal_text import LONGEST_SENTENCE, NormalText
from converter.verify.claims.numbers import MOST_DIGITS, NumberFinder
from tests.read.xlsx.steps import Steps

ENDLESS = ["1,", "123,456", "收入1万元", "收入，", "1", "1.", "收", "，1", "；", "1万元，比上年"]
DIGITS = ["1", ".1", "1,", "1,111", "-1", "1.1", "1" * 20 + "."]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_sentence_is_bounded_and_nothing_is_lost(piece: str) -> None:
    text = NormalText(piece * 5_000)
    bounds = text.sentences
    assert [start for start, _ in bounds[1:]] == [end for _, end in bounds[:-1]]
    assert (bounds[0][0], bounds[-1][1]) == (0, len(text.text))
    assert max(end - start for start, end in bounds) <= LONGEST_SENTENCE


def test_no_number_is_cut() -> None:
    text = NormalText("收入支出" * 200 + "123,456.78万元" * 100)
    pieces = [text.text[start:end] for start, end in text.sentences]
    assert not [piece for piece in pieces[1:] if piece[0].isdigit() and not piece.startswith("123,456.78")]


def test_digits_and_then_dots_are_passed_once() -> None:
    pattern = NumberFinder(load_pack())._pattern
    short, long = (Steps(pattern, "1" * size + ".1" * size).taken for size in (200, 800))
    assert long < 6 * short


@pytest.mark.parametrize("digits", DIGITS)
def test_a_number_is_found_in_steps_that_grow_with_the_text(digits: str) -> None:
    pattern = NumberFinder(load_pack())._pattern
    short, long = (Steps(pattern, digits * (size // len(digits))).taken for size in (400, 1_600))
    assert long < 6 * short + 1_000


def test_digits_beyond_all_amounts_are_no_number() -> None:
    finder = NumberFinder(load_pack())
    assert list(finder.find("9" * (MOST_DIGITS + 1))) == []
    assert [str(number.value.amount) for number in finder.find("9" * 12)] == ["9" * 12]
