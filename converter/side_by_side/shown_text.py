"""What a cell shows: its value in the number format of its style, as spreadsheet programs print it.

Codes with conditions, fractions or exponents, and names of months and days, are left alone: the value is
shown as it is.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from converter.chinese import HALF_DAYS
from converter.figures import half_up
from converter.read import Scalar

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*+)"?|\\(?P<escaped>.)|(?P<room>[_*].)|\[(?P<bracket>[^\]]*+)\]?'
    r"|(?P<digits>[0#?]++)|(?P<odd>General|E[+-]|AM/PM|A/P|[/@])|(?P<date>y++|m++|d++|h++|s++)|(?P<sign>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile("[<>=]|^[hms]", re.IGNORECASE)  # or a span of time
_NAMES = {"m": "month", "d": "day", "h": "hour", "s": "second"}
_OF_DAY = ("hour", "minute", "second")  # at the beginning of a day, none has passed
_LONGEST, _MOST_PLACES, _TOO_LARGE = 200, 20, 1e15  # characters of a code, its places, and amounts in them
CodePiece = tuple[str, str]
"""What kind of thing a piece of a code is, and its text."""


def shown_text(value: Scalar, code: str) -> str:
    """Return the text a cell shows; `code` is that of its format, '' the general one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    sections = list(_sections(code[:_LONGEST])) if code and HALF_DAYS not in code else []
    shown = None
    if sections and not any(_is_beyond(kind, text) for part in sections for kind, text in part):
        shown = _number(value, sections) if isinstance(value, int | float) else _moment(value, sections[0])
    return _plain(value) if shown is None else shown


def _plain(value: Scalar) -> str:
    return format(value, ".15g") if isinstance(value, int | float) else str(value)


def _sections(code: str) -> Iterator[list[CodePiece]]:
    """Yield what a code says of positive numbers, of negative ones and of zero, as far as it does."""
    section: list[CodePiece] = []
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or ""
        if (kind, found[0]) == ("sign", ";"):
            yield section
            section = []
        else:
            text = found[kind]
            section.append(("literal", text) if kind in ("quoted", "escaped") else (kind, text))
    yield section


def _is_beyond(kind: str, text: str) -> bool:
    """Whether a piece of a code makes more of a number than is made of it here."""
    return (kind == "odd" and text not in "/@") or (kind == "bracket" and bool(_CONDITION.search(text)))


def _number(number: float, sections: Sequence[list[CodePiece]]) -> str | None:
    """Return a number in the section that is for it; None if the section can't show it."""
    at = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0
    section, sign = sections[at], "-" if number < 0 and at == 0 else ""
    if any(kind == "date" or (kind == "odd" and text == "/") for kind, text in section):
        return None
    if any(kind == "odd" for kind, _ in section):  # a place for text
        return _plain(number)
    if not any(kind == "digits" for kind, _ in section):
        return sign + _words(section)
    before, places, after = _around_places(section)
    pattern = "".join(text for _, text in places)
    is_plain = all(kind == "digits" or text in ",." for kind, text in places)
    if abs(number) >= _TOO_LARGE or len(pattern) > _MOST_PLACES or not is_plain:
        return None
    percents = sum(token == ("sign", "%") for token in section)
    digits = _digits(Decimal(format(abs(number), ".15g")), pattern, percents)
    return f"{sign}{_words(before)}{digits}{_words(after)}".strip()


def _words(tokens: Iterable[CodePiece]) -> str:
    """Return what pieces of a code print besides digits."""
    return "".join(text for kind, text in tokens if kind in ("literal", "sign"))


def _around_places(section: list[CodePiece]) -> tuple[list[CodePiece], list[CodePiece], list[CodePiece]]:
    """Return a section in three: before its places for digits, these with the marks among and right behind
    them, and behind.
    """
    places = [at for at, (kind, _) in enumerate(section) if kind == "digits"]
    first, end = places[0], places[-1] + 1
    while end < len(section) and section[end] in (("sign", ","), ("sign", ".")):
        end += 1
    return section[:first], section[first:end], section[end:]


def _digits(amount: Decimal, pattern: str, percents: int) -> str:
    """Return the digits of an amount in the places that a pattern has for them."""
    scaled = pattern.rstrip(",")
    whole, point, fraction = scaled.partition(".")
    amount = amount.scaleb(2 * percents - 3 * (len(pattern) - len(scaled)))
    rounded = f"{half_up(amount, len(fraction)):.{len(fraction)}f}"
    digits, _, decimals = rounded.partition(".")
    least = len(fraction.rstrip("#?"))
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole and digits:
        digits = f"{int(digits):,}"
    return digits + (point + decimals if point else "")


def _moment(
    value: datetime.date | datetime.time | datetime.timedelta, section: Sequence[CodePiece]
) -> str | None:
    """Return a day or a time in a section; None if that can't show it, as no span of time can be."""
    parts = [text.lower() for kind, text in section if kind == "date"]
    if isinstance(value, datetime.timedelta) or not parts:
        return None
    shown: list[str] = []
    written = 0
    for kind, text in section:
        if kind == "date":
            is_minute = parts[written - 1 : written] in (["h"], ["hh"]) or parts[
                written + 1 : written + 2
            ] in (["s"], ["ss"])
            part = _part(value, parts[written], is_minute=is_minute)
            if part is None:
                return None
            shown.append(part)
            written += 1
        elif kind == "digits" or text == "@":
            return None
        elif kind not in ("room", "bracket"):
            shown.append(text)
    return "".join(shown).strip()


def _part(value: datetime.date | datetime.time, text: str, *, is_minute: bool) -> str | None:
    """Return one part of a day or a time, as long as it is written; None if it has no such part, or if the
    part would be a name.
    """
    if text[0] == "y":
        year = getattr(value, "year", None)
        return None if year is None else f"{year % 100:02}" if len(text) < 3 else str(year)
    name = "minute" if is_minute and text[0] == "m" else _NAMES[text[0]]
    number = getattr(value, name, 0 if name in _OF_DAY else None)
    return None if number is None or len(text) > 2 else f"{number:0{len(text)}}"
