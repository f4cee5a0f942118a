"""Read a paragraph into claims: every number in it, with what the words before it say it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from converter.figures import Value
from converter.pack import Pack
from converter.pack.sentences import Comparison
from converter.verify.claim import Claim, Role, Spot
from converter.verify.naming import Named, names_by_unit
from converter.verify.numbers import Number, Numbers
from converter.verify.patterns import Patterns
from converter.verify.plain import Plain

_CLAUSE = re.compile("[\uff0c,;:\u3001\u3002]")


@dataclass(slots=True)
class _Course:
    """What the sentences so far leave for the next number: the last item, whole and comparison."""

    content: int
    text: Plain
    last: Claim | None = None
    amount: Claim | None = None
    whole: Claim | None = None
    outer: Claim | None = None
    comparison: Comparison | None = None
    aside: bool = False


class SentenceReader:
    """Reads paragraphs of reports of one year by one pack."""

    def __init__(self, pack: Pack, year: int) -> None:
        self.patterns = Patterns(pack, year)
        self._said, self._numbers = pack.sentences, Numbers(pack)
        self._names = names_by_unit(pack)
        self._money, self._ratio = (
            next(iter(pack.units.values())).base,
            next(unit.base for unit in pack.units.values() if unit.sign),
        )
        self._points = pack.meta.score_unit

    def claims(self, content: int, source: str) -> Iterator[Claim]:
        """Yield the paragraph's claims in order."""
        course = _Course(content, Plain(source))
        for start, end in course.text.sentences:
            course.aside, course.comparison, position = False, None, start
            course.whole = course.outer = None
            for number in self._numbers.find(course.text.text, start, end):
                segment = course.text.text[position : number.start]
                yield from self._words(course, position, segment)
                claim = self._claim(course, number, segment)
                yield claim
                if number.unit:
                    position = number.end
            yield from self._words(course, position, course.text.text[position:end])

    def _claim(self, course: _Course, number: Number, segment: str) -> Claim:
        patterns = self.patterns
        course.aside = course.aside or bool(patterns.aside.search(segment))
        if ";" in segment and course.outer:
            course.whole, course.outer = course.outer, None
        if patterns.parts.search(segment) and course.amount:
            course.whole, course.outer = course.amount, course.whole
        claim = self._bare(course, number)
        if number.base == self._money:
            claim = self._amount(course, claim, segment)
        elif number.base == self._ratio:
            claim = self._of_ratio(course, claim, segment)
        elif number.base:
            claim = self._counted(claim, segment)
        if claim.item:
            course.last = claim
            if claim.role is Role.AMOUNT:
                course.amount = claim
        return claim

    def _bare(self, course: _Course, number: Number) -> Claim:
        spot = Spot(course.content, -1, -1, *course.text.span(number.start, number.end))
        said = course.text.said(number.start, number.end)
        return Claim(spot, said, number.value, number.unit, number.base, number.step, aside=course.aside)

    def _amount(self, course: _Course, claim: Claim, segment: str) -> Claim:
        if found := self.patterns.change.search(segment):
            return self._compared(course, claim, segment, found[0], Role.CHANGE)
        clause = _clause(segment)
        named = self._names[claim.base].last(clause)
        item, known = self._item(course, clause, segment, named)
        if course.whole and item:
            item = self._said.within.get(course.whole.item, {}).get(item, item)
            item *= item != course.whole.item  # a kind of the same has no name of ours
        basis = self._basis(_without(clause, named))
        bases = (each for each, _ in self.patterns.comparisons if each.against == basis)
        course.comparison = next(bases, course.comparison)
        part_of = course.whole if course.whole and course.whole.base == claim.base else None
        return replace(claim, role=Role.AMOUNT, item=item, basis=basis, known=known, part_of=part_of)

    def _item(self, course: _Course, clause: str, segment: str, named: Named | None) -> tuple[str, bool]:
        """Return the item of an amount: named in its clause, raw in its clause, or named before."""
        if named:
            return named.item, True
        if raw := self._raw(clause):
            return raw, False
        if before := self._names[self._money].last(segment):
            return before.item, True
        return (course.last.item, course.last.known) if course.last else ("", False)

    def _raw(self, clause: str) -> str:
        bare = clause
        for _, pattern in self.patterns.bases:
            bare = pattern.sub("", bare)
        return self.patterns.generic.sub("", self.patterns.generic.sub("", bare))

    def _basis(self, clause: str) -> str:
        bases = (basis for basis, pattern in self.patterns.bases if pattern.search(clause))
        return next(bases, self._said.basis)

    def _compared(self, course: _Course, claim: Claim, segment: str, word: str, role: Role) -> Claim:
        """Return a change or rate, signed by its word, with what it is measured against."""
        clause = _clause(segment)
        names = self._names[self._money]
        named = names.last(clause) or names.last(segment)
        item, known = (named.item, True) if named else self._subject(course, clause)
        comparison = self._comparison(course, _without(clause, named), segment)
        course.comparison = comparison
        direction = self.patterns.direction(word)
        amount = claim.amount if not direction else direction * abs(claim.amount)
        return replace(
            claim,
            role=role,
            item=item,
            known=known,
            basis=comparison.change if role is Role.CHANGE else comparison.rate,
            against=comparison.against,
            direction=direction,
            value=Value(amount, claim.value.error),
        )

    def _subject(self, course: _Course, clause: str) -> tuple[str, bool]:
        """Return what is compared where its clause names none of the pack's items."""
        starts = [
            found.start() for _, pattern in self.patterns.comparisons if (found := pattern.search(clause))
        ]
        starts += [found.start() for found in [self.patterns.change.search(clause)] if found]
        raw = self._raw(clause[: min(starts)][:-1]) if starts and min(starts) > 1 else ""
        if raw:
            return raw, False
        return (course.last.item, course.last.known) if course.last else ("", False)

    def _comparison(self, course: _Course, clause: str, segment: str) -> Comparison:
        found = next((each for each, pattern in self.patterns.comparisons if pattern.search(clause)), None)
        if found is None and course.comparison is None:
            found = next(
                (each for each, pattern in self.patterns.comparisons if pattern.search(segment)), None
            )
        return found or course.comparison or self.patterns.comparisons[-1][0]

    def _of_ratio(self, course: _Course, claim: Claim, segment: str) -> Claim:
        if found := self.patterns.completion.search(segment):
            return self._completion(course, claim, segment, found)
        if found := self.patterns.share.search(segment):
            return self._share(course, claim, segment, found)
        if found := self.patterns.rate.search(segment):
            return self._compared(course, claim, segment, found[0], Role.RATE)
        return self._counted(claim, segment)

    def _completion(self, course: _Course, claim: Claim, segment: str, found: re.Match[str]) -> Claim:
        before = segment[: found.start()]
        if named := self._names[claim.base].last(_clause(segment)):
            return replace(claim, role=Role.AMOUNT, item=named.item, basis=named.basis, known=True)
        named = self._names[self._money].last(_clause(before)) or self._names[self._money].last(before)
        item, known = (
            (named.item, True)
            if named
            else ((course.last.item, course.last.known) if course.last else ("", False))
        )
        budget = self._basis(found["whole"]) if found["whole"] else ""
        basis = self._said.completions.get(budget, self._said.completion)
        return replace(claim, role=Role.RATE, item=item, basis=basis, against=budget, known=known)

    def _share(self, course: _Course, claim: Claim, segment: str, found: re.Match[str]) -> Claim:
        before = segment[: found.start()]
        names = self._names[self._money]
        named = names.last(_clause(before)) or names.last(before)
        item, known = (
            (named.item, True)
            if named
            else ((course.amount.item, course.amount.known) if course.amount else ("", False))
        )
        basis = course.amount.basis if course.amount and course.amount.item == item else self._said.basis
        whole = self._whole(course, found["whole"])
        return replace(
            claim, role=Role.SHARE, item=item, basis=self._said.share + whole, known=known,
            whole=f"{whole}.{basis}" if whole else "", against=basis,
        )  # fmt: skip

    def _whole(self, course: _Course, text: str) -> str:
        """Return the item a share is a share of: the one it names, or else the whole of the parts."""
        named = self._names[self._money].last(text)
        if named and (named.end == len(text) or not course.whole or course.whole.known):
            return named.item
        raw = self._raw(text)
        if course.whole and (not raw or not course.whole.known or raw in course.whole.item):
            return course.whole.item
        return raw

    def _counted(self, claim: Claim, segment: str) -> Claim:
        """Return persons, points or a rate that goes by its own name."""
        clause = _clause(segment)
        named = self._names[claim.base].last(clause) if claim.base in self._names else None
        if claim.base == self._points and not (
            self.patterns.deduction.search(segment) or self.patterns.score.search(segment)
        ):
            return claim
        if not named:
            return claim
        return replace(claim, role=Role.AMOUNT, item=named.item, basis=named.basis, known=True)

    def _words(self, course: _Course, position: int, segment: str) -> Iterator[Claim]:
        """Yield what words say in place of a number: nothing last year, or no change."""
        for pattern, role in ((self.patterns.nil, Role.AMOUNT), (self.patterns.same, Role.CHANGE)):
            found = pattern.search(segment)
            if not found or course.aside:
                continue
            named = self._names[self._money].last(segment[: found.start()])
            item = named.item if named else course.last.item if course.last else ""
            if not item:
                continue
            at = position + found.start()
            comparison = self._comparison(course, segment, segment)
            basis = comparison.against if role is Role.AMOUNT else comparison.change
            spot = Spot(course.content, -1, -1, *course.text.span(at, at + len(found[0])))
            yield Claim(
                spot, found[0], Value(Decimal(0)),
                "", self._money, Decimal(0), role, item, basis, against=comparison.against,
                known=bool(named) or bool(course.last and course.last.known),
            )  # fmt: skip


def _clause(segment: str) -> str:
    """Return the last clause of a segment: what stands after its last mark, or before a mark at its end."""
    return next((part for part in reversed(_CLAUSE.split(segment)) if part), "")


def _without(clause: str, named: Named | None) -> str:
    return clause[: named.start] + clause[named.end :] if named and named.end <= len(clause) else clause
