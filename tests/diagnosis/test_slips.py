"""Slips of digits, and words for every slip and cause."""

import pytest

from converter import messages
from converter.diagnosis.slips import BY_CHANCE, Slip, of_digits
from converter.verify.localise.causes import CAUSES


@pytest.mark.parametrize(
    ("filed", "expected", "slip"),
    [
        ("490.50", "409.50", Slip.TRANSPOSED),
        ("10.55", "10.05", Slip.DIGIT),
        ("115.27", "1152.70", None),
        ("15.27", "115.27", Slip.LENGTH),
        ("12.34", "56.78", None),
    ],
)
def test_which_slip_made_one_amount_of_another(filed: str, expected: str, slip: Slip | None) -> None:
    assert of_digits(filed, expected) is slip


def test_every_slip_has_words_for_tables() -> None:
    assert set(messages.diagnosis.IN_TABLES) == set(Slip)


def test_every_cause_has_words_for_reports() -> None:
    assert set(CAUSES) <= set(messages.diagnosis.IN_REPORTS)


def test_slips_that_may_be_chance_have_the_same_words_everywhere() -> None:
    for slip in BY_CHANCE:
        assert messages.diagnosis.IN_TABLES[slip] == messages.diagnosis.IN_REPORTS[slip]
