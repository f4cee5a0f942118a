"""Marks and blanks in Chinese text, set right as a report prints them.

Marks of half width become full width beside Chinese, straight quotes curved ones, blanks beside marks and
numbers go. Numbers, times, ranges, addresses and Latin text stay as they are. What may be right either way is
left alone and told.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from converter.chinese import (
    CHINESE_MARKS,
    CLOSING_MARKS,
    DOUBLE_QUOTES,
    ELLIPSIS,
    FULL_STOP,
    FULL_WIDTH,
    HALF_WIDTH,
    SINGLE_QUOTES,
    SPACE,
    is_ideograph,
)

_BLANKS = f" \t\u00a0\u2002-\u200b{SPACE}\ufeff"
_SUSPECT = re.compile(f"[{_BLANKS}.'\"{re.escape(HALF_WIDTH)}]")
_MARKS, _BEFORE_STOP = frozenset(CHINESE_MARKS), frozenset(f"{CLOSING_MARKS}%")
_KEPT = re.compile(  # addresses, times and ratios, amounts: as they are, whatever is beside them
    r"[A-Za-z][A-Za-z0-9+.-]{0,15}://[!-~]+(?<![,.;:!?)])|www\.[!-~]+(?<![,.;:!?)])|[\w.-]{1,64}@[A-Za-z0-9.-]+"
    r"|(?<![0-9])[0-9]+(?:[.,:][0-9]+)+",
    re.ASCII,
)
_PHONE = re.compile(  # a blank beside one stays: it divides a name from a number
    r"(?<![0-9.,-])(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9.,-])"
)
_BLANK = re.compile(f"[{_BLANKS}]+")
_TOKEN = re.compile(f"[{_BLANKS}]+|\\.{{3,}}|.", re.DOTALL)
_TYPED = (*HALF_WIDTH, ".", "'", '"')
_FULL = dict(zip(HALF_WIDTH, FULL_WIDTH, strict=True))
_BRACKETS = "()"
_CONTEXT = 4  # characters shown on either side of a change


class CorrectedText(Struct, frozen=True):
    """A text corrected; `changes` tell each place before and after, `doubts` the places left as they were."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()


class _Token(Struct):
    """A character, or a run of blanks or dots, and what it becomes; a kept one is part of a number or
    address.
    """

    old: str
    new: str
    is_kept: bool

    @property
    def is_blank(self) -> bool:
        return _is_blank(self.old)

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark that may have to be set right."""
        return not self.is_kept and (self.new[:1] in _TYPED or self.new.startswith("..."))


def corrected(text: str) -> CorrectedText:
    """Return a text with its marks and blanks set right; one without Chinese is left alone."""
    if not _SUSPECT.search(text) or not _has_chinese(text):
        return CorrectedText(text)
    lines, changes, doubts = list[str](), list[tuple[str, str]](), list[str]()
    for line in text.split("\n"):
        tokens = list(_tokens(line))
        doubtful = _set(tokens) if _has_chinese(line) and _SUSPECT.search(line) else set()
        lines.append("".join(token.new for token in tokens))
        changes += _changes(tokens)
        doubts += (_around(tokens, at, at)[0] for at in sorted(doubtful))
    return CorrectedText("\n".join(lines), tuple(changes), tuple(doubts))


def _tokens(line: str) -> Iterator[_Token]:
    kept = [found.span() for found in _KEPT.finditer(line)]
    for found in _TOKEN.finditer(line):
        old, at = found[0], found.start()
        while kept and kept[0][1] <= at:
            kept.pop(0)
        is_kept = bool(kept) and kept[0][0] <= at
        yield _Token(old, old, is_kept)


def _is_chinese(text: str) -> bool:
    """Whether a text begins with an ideograph or a mark of Chinese."""
    return is_ideograph(text) or text[:1] in _MARKS


def _has_chinese(text: str) -> bool:
    return any(map(_is_chinese, text))


def _is_blank(text: str) -> bool:
    return bool(_BLANK.match(text))


def _set(tokens: list[_Token]) -> set[int]:
    """Set the marks, then the blanks of a line right; return which of them are doubtful."""
    doubtful, written = set[int](), list[str]()
    beside_phone = _beside_phones(tokens)
    while written != (written := [token.new for token in tokens]):  # one set right may tell what another is
        doubtful = _set_quotes(tokens, *_neighbours(tokens, over_marks=True))
        _set_brackets(tokens, *_neighbours(tokens, over_marks=True))
        _set_marks(tokens, *_neighbours(tokens, over_marks=True))
    before, after = _neighbours(tokens, over_marks=False)
    for at, token in enumerate(tokens):
        if token.is_blank and before[at] and after[at]:
            if at in beside_phone and before[at] not in _MARKS and after[at] not in _MARKS:
                continue
            if _is_stray(before[at], after[at]):
                token.new = ""
            elif is_ideograph(before[at]) and is_ideograph(after[at]):
                doubtful.add(at)
    return doubtful


def _beside_phones(tokens: list[_Token]) -> set[int]:
    """Return the places right before and behind the phone numbers of a line."""
    ends = list(accumulate((len(token.old) for token in tokens), initial=0))
    at = {end: place for place, end in enumerate(ends)}
    found = _PHONE.finditer("".join(token.old for token in tokens))
    return {place for phone in found for place in (at[phone.start()] - 1, at[phone.end()])}


def _set_marks(tokens: list[_Token], before: list[str], after: list[str]) -> None:
    """Set the other marks right, each by the characters around it."""
    for at, token in enumerate(tokens):
        if token.is_mark:
            token.new = _full_width(_full_stop(token.new, before[at], after[at]), before[at], after[at])


def _neighbours(tokens: list[_Token], *, over_marks: bool) -> tuple[list[str], list[str]]:
    """Return for each token the character before it and the character after it, '' at an end of the line.

    Blanks are passed over, and so are the marks that may have to be set right if wanted.
    """
    passed = [token.is_blank or (over_marks and token.is_mark) for token in tokens]
    before, after, sign = list[str](), list[str](), ""
    for token, is_passed in zip(tokens, passed, strict=True):
        before.append(sign)
        sign = sign if is_passed else token.new[-1]
    sign = ""
    for token, is_passed in zip(reversed(tokens), reversed(passed), strict=True):
        after.append(sign)
        sign = sign if is_passed else token.new[0]
    return before, after[::-1]


def _full_width(mark: str, before: str, after: str) -> str:
    """Return a mark as it stands between these characters; brackets stand in pairs."""
    if mark in _BRACKETS or not (_is_chinese(before) or _is_chinese(after)):
        return mark
    return ELLIPSIS if mark.startswith("...") else _FULL.get(mark, mark)


def _full_stop(mark: str, before: str, after: str) -> str:
    """Return the full stop for a dot that ends a sentence: not one behind a number or before Latin."""
    may_end = mark == "." and (is_ideograph(before) or before in _BEFORE_STOP)
    return FULL_STOP if may_end and (not after or _is_chinese(after)) else mark


def _set_brackets(tokens: list[_Token], before: list[str], after: list[str]) -> None:
    """Set brackets right: a pair is of full width with Chinese inside or beside it, one alone beside it."""
    opened, until = list[int](), _chinese_until(tokens)
    for at, token in enumerate(tokens):
        if token.is_mark and token.old == "(":
            opened.append(at)
        elif token.is_mark and token.old == ")":
            start = opened.pop() if opened else at
            if until[at] > until[start] or _has_chinese(before[start] + after[at]):
                tokens[start].new, token.new = _FULL[tokens[start].old], _FULL[")"]
    for at in opened:
        if _has_chinese(before[at] + after[at]):
            tokens[at].new = _FULL["("]


def _set_quotes(tokens: list[_Token], before: list[str], after: list[str]) -> set[int]:
    """Curve the straight quotes of a line in pairs; return those of which one lacks its counterpart."""
    doubtful, until = set[int](), _chinese_until(tokens)
    for straight, curved in (('"', DOUBLE_QUOTES), ("'", SINGLE_QUOTES)):
        places = [
            at
            for at, token in enumerate(tokens)
            if token.old == straight and token.is_mark and not _is_apostrophe(before[at], after[at])
        ]
        if len(places) % 2:
            doubtful.update(places)
            continue
        for opening, closing in zip(places[::2], places[1::2], strict=True):
            if until[closing] > until[opening] or _has_chinese(before[opening] + after[closing]):
                tokens[opening].new, tokens[closing].new = curved[0], curved[1]
    return doubtful


def _chinese_until(tokens: list[_Token]) -> list[int]:
    """Return for each token how many of those before it are Chinese."""
    return list(accumulate((_is_chinese(token.new) for token in tokens), initial=0))


def _is_apostrophe(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _is_stray(before: str, after: str) -> bool:
    """Whether a blank between these characters is out of place, as it is not between Latin words."""
    if before in _MARKS or after in _MARKS:
        return True
    if is_ideograph(before) != is_ideograph(after):
        return True
    return before.isdigit() and after == "%"


def _changes(tokens: list[_Token]) -> Iterator[tuple[str, str]]:
    """Yield each place that was changed, before and after; places close together are told as one."""
    changed = [at for at, token in enumerate(tokens) if token.new != token.old]
    while changed:
        first = last = changed.pop(0)
        while changed and changed[0] - last <= _CONTEXT:
            last = changed.pop(0)
        yield _around(tokens, first, last)


def _around(tokens: list[_Token], first: int, last: int) -> tuple[str, str]:
    """Return some tokens with what is beside them, before and after the changes."""
    shown = tokens[max(0, first - _CONTEXT) : last + _CONTEXT + 1]
    return "".join(token.old for token in shown), "".join(token.new for token in shown)
