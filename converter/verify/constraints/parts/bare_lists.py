"""Lists of lines that end in an amount without a unit: what stands below a line are its parts, if it begins
with the words for that, or with the first number of another style; a total sums up the lines above it, and
what is left is the one of the two before it less the other.

That they add up is no more than probable: what breaks it is wrong only if one slip explains that.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from msgspec import Struct

from converter.verify.claims.bare_numbers import MOST_BETWEEN_LINES, UNKNOWN_UNIT
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbering import UNNUMBERED, Numbering, numbering
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_constraints import is_split
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import is_total, likeliest
from converter.verify.constraints.reading import ReportReading

MOST_LINES_TRIED = 20
_NUMBER = re.compile(r"\s*(\d{1,2})\s+(?=[^\W\d_])")  # before words, with nothing but a blank behind it


class _Line(Struct, frozen=True, eq=False):
    """An amount, how its line is numbered, and what its words say it is: a part, a total, what is left."""

    claim: Claim
    number: Numbering
    is_part: bool
    is_total: bool
    is_left: bool

    @property
    def stands_out(self) -> bool:
        """Whether it is no mere part of a list that goes on."""
        return bool(self.number.style) or self.is_total

    def goes_on(self, other: "_Line") -> bool:
        """Whether another line is the next one of this one's style."""
        return self.number.style == other.number.style and self.number.number + 1 == other.number.number


def bare_lists(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that the parts of such lists add up to their wholes and totals."""
    lines = [_line(claim, reading) for claim in claims if claim.base_unit == UNKNOWN_UNIT]
    for _, group in groupby(_in_lists(lines), lambda each: each[0]):
        listed = [line for _, line in group]
        for at, line in enumerate(listed):
            parts = list(_below(listed, at))
            is_all = is_split([part.label for part in parts], reading.sentences.in_full)
            yield from likeliest([PartList(line.claim, parts)], is_complete=is_all)
            if line.is_total:
                yield from likeliest([PartList(line.claim, list(_above(listed, at)))])
            if line.is_left and len(sides := _sides(listed, at)) > 1:
                yield from likeliest([PartList(sides[0], [sides[1], line.claim])])


def _line(claim: Claim, reading: ReportReading) -> _Line:
    before = reading.report.text_around(claim.span)[: claim.span.start]
    words = normal_text(before)
    bare = _NUMBER.match(before)
    number = Numbering(UNNUMBERED, int(bare[1])) if bare else numbering(words)
    patterns = reading.patterns
    is_part, is_left = bool(patterns.parts.match(words)), bool(patterns.left.search(words))
    return _Line(claim, number, is_part, is_total(words, patterns), is_left)


def _in_lists(lines: Sequence[_Line]) -> Iterator[tuple[int, _Line]]:
    """Yield the lines with the number of the list that each is in."""
    count = 0
    last: _Line | None = None
    for line in lines:
        count += last is not None and line.claim.span.content - last.claim.span.content > MOST_BETWEEN_LINES
        last = line
        yield count, line


def _below(lines: Sequence[_Line], at: int) -> Iterator[Claim]:
    """Yield the amounts that may be parts of a line: those numbered in the style that begins below it, or
    those behind the words for parts up to what is numbered or a total.
    """
    line, behind = lines[at], lines[at + 1 : at + 1 + MOST_LINES_TRIED]
    if not behind:
        return
    first = behind[0]
    if first.number.style and first.number.number == 1 and first.number.style != line.number.style:
        last = first
        yield first.claim
        style = line.number.style
        for each in takewhile(lambda each: not style or each.number.style != style, behind[1:]):
            if last.goes_on(each):
                last = each
                yield each.claim
    elif first.is_part:
        yield first.claim
        yield from (each.claim for each in takewhile(lambda each: not each.stands_out, behind[1:]))


def _above(lines: Sequence[_Line], at: int) -> Iterator[Claim]:
    """Yield the amounts since the total before a total, where none of them is numbered or has parts."""
    above = list(
        takewhile(lambda each: not each.is_total, reversed(lines[max(at - MOST_LINES_TRIED, 0) : at]))
    )
    if not any(each.number.style or each.is_part for each in above):
        yield from (each.claim for each in reversed(above))


def _sides(lines: Sequence[_Line], at: int) -> Sequence[Claim]:
    """Return the two amounts that what is left stands behind: those numbered as it is, or the last totals."""
    style, above = lines[at].number.style, lines[max(at - MOST_LINES_TRIED, 0) : at]
    return [each.claim for each in above if (each.number.style == style if style else each.is_total)][-2:]
