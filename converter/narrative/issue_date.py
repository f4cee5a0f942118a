"""The date a report is issued on, as people write it: in Arabic numbers or Chinese numerals."""

import re
from datetime import date

from converter import messages
from converter.chinese import DAY, DIGITS, MONTH, NOUGHTS, TEN, YEAR, numeral

_NUMERALS = {numeral(number): str(number) for number in range(1, 32)}
_YEAR_SIGNS = str.maketrans(DIGITS + NOUGHTS, "123456789" + "0" * len(NOUGHTS))
_DATE = re.compile(rf"(\d{{4}})[{YEAR}./-](\d{{1,2}})[{MONTH}./-](\d{{1,2}}){DAY}?(?:[ T]00:00(?::00)?)?")
_IN_NUMERALS = re.compile(
    rf"([{DIGITS}{NOUGHTS}]{{4}}){YEAR}([{DIGITS}{TEN}]{{1,3}}){MONTH}([{DIGITS}{TEN}]{{1,3}}){DAY}"
)


def issue_date(text: str) -> date | None:
    """Return the day a text names, None where it names none."""
    written = text.strip()
    if found := _DATE.fullmatch(written):
        parts = found.groups()
    elif found := _IN_NUMERALS.fullmatch(written):
        year, month, day = found.groups()
        parts = (year.translate(_YEAR_SIGNS), _NUMERALS.get(month, "0"), _NUMERALS.get(day, "0"))
    else:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def date_fault(name: str, written: str, year: int) -> str:
    """Return what is wrong with the date that a report on a year is issued on: it is none, or the year has
    not ended by then; '' if nothing is. `name` is what the date is called.
    """
    day = issue_date(written)
    if day is None:
        return messages.filing.DATE_UNREADABLE.format(name=name, written=written)
    if day <= date(year, 12, 31):
        return messages.filing.DATE_TOO_EARLY.format(name=name, written=written, year=year)
    return ""


def printed_date(day: date) -> str:
    """Return a day as GB/T 9704 wants it: Arabic numbers without leading zeros."""
    return f"{day.year}{YEAR}{day.month}{MONTH}{day.day}{DAY}"
