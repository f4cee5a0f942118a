"""A change that is explained by those of its parts: with their signs they add up to it.

They stand behind the words for a reason, in its sentence or as the one behind it, or begin the numbered
paragraphs that its own announces. In a reason an amount is a change, too, where a word tells which way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import FULL_STOP
from converter.figures import Outcome, sum_values
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbering import numbering
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.parts.placed_amounts import MOST_PLACED_PARTS
from converter.verify.constraints.reading import ReportReading

MOST_IN_NEXT_SENTENCES = 8  # amounts behind a reason that may go on with it
LEAST_STEPS_OF_EXPLAINED = 200  # of the largest number of a list, in its last digit: others may be chance


class _Amount(Struct, frozen=True, eq=False):
    """An amount, and the text since the one before it; `sign` is 1 for a change, and else 1 or -1 where a
    word tells which way it changes something, 0 if none does.
    """

    claim: Claim
    before: str
    sign: int = 1


class _Explained(Struct, frozen=True, eq=False):
    """A change, and those that explain it; beside some of which no words tell which way they are, it is
    `open`.
    """

    whole: Claim
    parts: Sequence[_Amount]
    is_open: bool = False

    def constraint(self) -> Constraint:
        """Return the constraint that what has risen and fallen makes the change."""
        more, less = ([each.claim for each in self.parts if each.sign == sign] for sign in (1, -1))
        used = (*(each.claim for each in self.parts), self.whole)

        def sides(assignment: Assignment) -> BothSides:
            risen, made = (sum_values(map(assignment.value_of, each)) for each in (more, (self.whole, *less)))
            return BothSides(risen, made, used)

        return Constraint(ConstraintKind.PARTS, "", sides, near=self.whole, surety=Surety.PROBABLE)

    @property
    def repeats_change(self) -> bool:
        """Whether the change is stated again behind the first part: what is there explains that one."""
        return any(each.claim.amount == self.whole.amount for each in self.parts[1:])

    @property
    def is_small(self) -> bool:
        """Whether its numbers have so few digits that they may add up by chance."""
        claims = (self.whole, *(each.claim for each in self.parts))
        return max(abs(claim.amount) for claim in claims) < LEAST_STEPS_OF_EXPLAINED * min(
            claim.step for claim in claims
        )


def explained_changes(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that the changes which explain another add up to it: first those that do."""
    in_text = (claim for claim in claims if claim.span.in_paragraph and claim.step and claim.unit)
    paragraphs = {
        content: list(several) for content, several in groupby(in_text, lambda each: each.span.content)
    }
    for several in paragraphs.values():
        amounts = list(_amounts(several, reading)) if any(map(_is_directed, several)) else []
        for at, each in enumerate(amounts):
            if _is_directed(each.claim):
                behind = amounts[at + 1 : at + 2 + MOST_PLACED_PARTS]
                yield from _likeliest(_behind(each.claim, behind, reading))
    for listed in _numbered_below(paragraphs, reading):
        yield from _likeliest([listed])


def _amounts(claims: Sequence[Claim], reading: ReportReading) -> Iterator[_Amount]:
    """Yield the changes and amounts of a paragraph; rates stand between them."""
    last = 0
    text = reading.report.text_around(claims[0].span)
    for claim in claims:
        if claim.base_unit == reading.patterns.ratio:
            continue
        before = NormalText(text[last : claim.span.start]).text
        last = claim.span.end
        yield _Amount(claim, before, 1 if _is_directed(claim) else _direction(before, reading))


def _is_directed(claim: Claim) -> bool:
    """Whether a claim is a change of which words tell the way."""
    return claim.role is Role.CHANGE and bool(claim.direction)


def _direction(words: str, reading: ReportReading) -> int:
    """Return 1 or -1 if words tell of nothing but more or less, and not from or to which amount, else 0."""
    words, patterns = _sentence(words), reading.patterns
    if patterns.departure.search(words) or patterns.arrival.search(words):
        return 0
    more, less = (bool(each.search(words)) for each in (patterns.more, patterns.less))
    return more - less


def _sentence(words: str) -> str:
    """Return what words say in their last sentence or stretch."""
    return words.rpartition(FULL_STOP)[2].rpartition(";")[2]


def _behind(whole: Claim, amounts: Sequence[_Amount], reading: ReportReading) -> Iterator[_Explained]:
    """Yield the changes that the words behind a change say explain it: up to each semicolon, or all of their
    sentence.
    """
    if not amounts or not _begins(whole, amounts[0], reading):
        return
    listed = list(takewhile(lambda each: each.claim.place == amounts[0].claim.place, amounts))
    if amounts[0].before.startswith("("):
        listed = [listed[0], *takewhile(lambda each: ")" not in each.before, listed[1:])]
    alike = [each for each in listed if each.claim.base_unit == whole.base_unit]
    ends = [at for at, each in enumerate(alike) if at and ";" in each.before]
    for end in (*ends, len(alike)):
        parts = [each for each in alike[:end] if each.sign]
        yield _Explained(whole, parts, is_open=len(parts) < end)
    yield from _over_sentences(whole, amounts[: len(listed)], amounts[len(listed) :])


def _over_sentences(
    whole: Claim, listed: Sequence[_Amount], behind: Sequence[_Amount]
) -> Iterator[_Explained]:
    """Yield what explains a change with what the next sentences go on with: an amount of which no word tells
    which way it changes anything, is more.
    """
    parts = [each for each in listed if each.claim.base_unit == whole.base_unit]
    for _, sentence in groupby(behind[:MOST_IN_NEXT_SENTENCES], lambda each: each.claim.sentence):
        parts += [each for each in sentence if each.claim.base_unit == whole.base_unit]
        signed = [each if each.sign else replace(each, sign=1) for each in parts]
        yield _Explained(whole, signed, is_open=True)


def _begins(whole: Claim, first: _Amount, reading: ReportReading) -> bool:
    """Whether the words before a number say that it is the first of what explains a change: in its sentence,
    or where the next one begins.
    """
    patterns, words = reading.patterns, _sentence(first.before)
    is_within = first.claim.place == whole.place
    if is_within and (
        ":" in words or words.startswith("(") or patterns.parts.search(words) or patterns.series.search(words)
    ):
        return True
    is_next = first.before.count(FULL_STOP) <= 1 and first.claim.sentence <= whole.sentence + 1
    return (is_within or is_next) and bool(patterns.reason.search(words))


def _numbered_below(
    paragraphs: Mapping[int, Sequence[Claim]], reading: ReportReading
) -> Iterator[_Explained]:
    """Yield the first changes of numbered paragraphs with the change that is stated before these."""
    texts = reading.report.normal_texts
    for at, ((above, text), (_, below)) in enumerate(pairwise(texts), 1):
        style = numbering(below.text).style
        changes = [claim for claim in paragraphs.get(above, ()) if claim.role is Role.CHANGE]
        if not style or not changes or not reading.patterns.parts_below.search(text.text):
            continue
        rows = (
            paragraphs.get(content, ()) for content in _numbered(texts[at : at + MOST_PLACED_PARTS], style)
        )
        firsts = (next((claim for claim in row if claim.role is Role.CHANGE), None) for row in rows)
        parts = [_Amount(claim, "") for claim in firsts if claim and claim.direction]
        yield _Explained(changes[-1], parts)


def _numbered(texts: Iterable[tuple[int, NormalText]], style: str) -> Iterator[int]:
    """Yield the first paragraphs as far as they are numbered in a style."""
    yield from (
        content for content, _ in takewhile(lambda each: numbering(each[1].text).style == style, texts)
    )


def _likeliest(lists: Iterable[_Explained]) -> Iterator[Constraint]:
    """Yield the first list that adds up to its change, else each that tells all: one may be a slip away."""
    lists = [each for each in lists if 1 < len(each.parts) <= MOST_PLACED_PARTS]
    lists = [each for each in lists if not (each.is_small or each.repeats_change)]
    found = {each.constraint(): each for each in lists}
    first = next((each for each in found if evaluate(each).outcome is not Outcome.DIFFERS), None)
    yield from (first,) if first else (each for each, listed in found.items() if not listed.is_open)
