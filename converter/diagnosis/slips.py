"""Slips of the pen that turn one amount into another."""

from enum import StrEnum


class Slip(StrEnum):
    """Kinds of slips; `messages.diagnosis` words them."""

    SIGN = "sign"
    UNIT = "unit"
    OTHER_UNIT = "other-unit"
    POINT = "point"
    LAST_YEAR = "last-year"
    NEIGHBOUR = "neighbour"
    LEFT_BLANK = "left-blank"
    TRANSPOSED = "transposed"
    DIGIT = "digit"
    LENGTH = "length"
    # of several cells of a table
    COUNTED_TWICE = "counted-twice"
    OMITTED = "left-out"
    CELLS = "cells"
    COLUMNS = "columns"
    ROWS = "rows"
    SHIFTED = "shifted"
    # of all cells of a table
    MOVED_DOWN = "moved-down"
    MOVED_UP = "moved-up"
    MOVED_RIGHT = "moved-right"
    MOVED_LEFT = "moved-left"


BY_CHANCE = frozenset({Slip.DIGIT, Slip.LENGTH})
"""What may seem a slip and be none: some one digit can make almost any sum come out."""


def of_digits(filed: str, expected: str) -> Slip | None:
    """Return the slip by which one printed number became another: a digit, two digits, or the length."""
    if len(filed) == len(expected):
        wrong = [index for index, digit in enumerate(filed) if digit != expected[index]]
        if len(wrong) == 1:
            return Slip.DIGIT
        if len(wrong) == 2 and [filed[at] for at in wrong] == [expected[at] for at in reversed(wrong)]:
            return Slip.TRANSPOSED
        return None
    longer, shorter = sorted((filed, expected), key=len, reverse=True)
    dropped = (longer[:index] + longer[index + 1 :] for index in range(len(longer)))
    return Slip.LENGTH if len(longer) == len(shorter) + 1 and shorter in dropped else None
