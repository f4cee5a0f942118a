"""The years a text names, in digits or in numerals."""

import re
from collections.abc import Callable

_NUMERALS = dict(zip("\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d", "123456789", strict=True)) | (
    dict.fromkeys("\u3007\u25cb\u25ef\u96f6\u53c2Oo0", "0")
)
_WRITTEN = re.compile(f"\u4e8c[{''.join(_NUMERALS)}]{{3}}(?=\u5e74)")
_LABELLED = re.compile(r"(?<!\d)(20\d\d)(?!\d)(?:\u5e74\u5ea6?)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RANGE = re.compile("(?<!\\d)(20)(\\d\\d)\u5e74?[-\u2013\u2014~\u81f3\u5230]+(\\d\\d)(?!\\d)")


def in_digits(text: str) -> str:
    """Return a text with the years written in numerals in digits."""
    return _WRITTEN.sub(lambda found: "".join(_NUMERALS[each] for each in found[0]), text)


def years_of(text: str) -> tuple[int, ...]:
    """Return the different years a plain text names, in order; of a span both ends."""
    text = _RANGE.sub(r"\1\2 \1\3", in_digits(text))
    return tuple(dict.fromkeys(int(each) for each in _YEAR.findall(text)))


def without_years(text: str) -> str:
    """Return a text without the years it names."""
    return _LABELLED.sub("", in_digits(text))


def years_replaced(text: str, name: Callable[[int], str]) -> str:
    """Return a text with each year it names under another name ('' leaves it as it is)."""
    return _LABELLED.sub(lambda found: name(int(found[1])) or found[0], in_digits(text))
