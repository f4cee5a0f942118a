"""The years a text names, in digits or in numerals: any of them, or those that accounts can be of."""

import re
from collections.abc import Callable
from functools import lru_cache

from converter.chinese import (
    DAY,
    DIGITS,
    DOCUMENT_BRACKETS,
    DOCUMENT_ENDING,
    ENDS_OF_A_YEAR,
    MONTH,
    TEN,
    TO,
    YEAR,
    YEAR_ENDING,
    ZERO_LOOKALIKES,
    ZEROS,
)

_NUMERALS = {sign: str(number) for number, sign in enumerate(DIGITS, 1)} | dict.fromkeys(
    f"{ZEROS}{ZERO_LOOKALIKES}0", "0"
)
_OF_A_DATE = re.compile(rf"([{DIGITS}]?)({TEN}?)([{DIGITS}]?)(?=[{MONTH}{DAY}])")
_WRITTEN = re.compile(f"{DIGITS[1]}[{''.join(_NUMERALS)}]{{3}}(?={YEAR})")
_LABELLED = re.compile(rf"(?<!\d)(20\d\d)(?!\d)(?:{YEAR}(?![{ENDS_OF_A_YEAR}]){YEAR_ENDING}?)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RANGE = re.compile(rf"(?<!\d)(20)(\d\d){YEAR}?[-\u2013\u2014~{TO}]+(\d\d)(?!\d)")
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])(?!\d)"
_DATE = re.compile(
    rf"(?<!\d)20\d\d(?:{YEAR}{_MONTH_NUMBER}{MONTH}|[-./_]{_MONTH_NUMBER}(?:[-./_]\d\d?(?!\d))?)"
    rf"|[(\[{DOCUMENT_BRACKETS}]20\d\d[)\]{DOCUMENT_BRACKETS}]\d+{DOCUMENT_ENDING}"
)


_WHOLE_YEAR = re.compile(
    rf"(?<!\d)(20\d\d){YEAR}0?1{MONTH}(?:0?1{DAY})?[-\u2013\u2014~{TO}]+(?:\1{YEAR})?12{MONTH}(?:31{DAY})?"
)


def without_dates(text: str) -> str:
    """Return a text in normal form without dates and numbers of documents: their year is none of accounts.

    The year stays where the dates are its first month or day and its last.
    """
    in_numbers = _OF_A_DATE.sub(_number, in_digits(text))
    return _DATE.sub(" ", _WHOLE_YEAR.sub(rf"\1{YEAR}", in_numbers))


def _number(numeral: re.Match[str]) -> str:
    """Return the number of a month or day in digits."""
    tens, ten, ones = numeral.groups()
    if ten:
        return _NUMERALS.get(tens, "1") + _NUMERALS.get(ones, "0")
    return "".join(_NUMERALS[sign] for sign in tens + ones)


def in_digits(text: str) -> str:
    """Return a text with the years written in numerals in digits."""
    return _WRITTEN.sub(lambda found: "".join(_NUMERALS[sign] for sign in found[0]), text)


@lru_cache(maxsize=65536)  # labels repeat from table to table
def years_of(text: str) -> tuple[int, ...]:
    """Return the different years a text in normal form names, in order; of a span both ends."""
    text = _RANGE.sub(r"\1\2 \1\3", in_digits(text))
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


def without_years(text: str) -> str:
    """Return a text without the years it names."""
    return _LABELLED.sub("", in_digits(text))


def is_only_year(text: str) -> bool:
    """Whether a text in normal form is a year and nothing else, in brackets or not."""
    return bool(text) and not without_years(text).strip("()")


def years_replaced(text: str, name: Callable[[int], str]) -> str:
    """Return a text with each year it names under another name ('' leaves it as it is)."""
    return _LABELLED.sub(lambda found: name(int(found[1])) or found[0], in_digits(text))
