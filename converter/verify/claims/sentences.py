"""Read a paragraph into claims: every number in it, with what the words before it say it is."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.clauses import Clauses, clause, without
from converter.verify.claims.names import Names
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbers import Number, Numbers
from converter.verify.claims.paragraph_state import ParagraphState
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.ratios import Ratios


class SentenceReader:
    """Reads paragraphs of reports of one year by one pack."""

    def __init__(self, pack: Pack, year: int) -> None:
        self.patterns = Patterns(pack, year)
        self._said, self._numbers = pack.sentences, Numbers(pack)
        self._clauses = Clauses(pack, self.patterns)
        self._ratios = Ratios(pack, self._clauses)
        self._money, self._ratio = pack.money, pack.ratio
        self._points = pack.meta.score_unit

    @property
    def names(self) -> Names:
        """The names of items of money."""
        return self._clauses.money

    def claims(self, content: int, source: str) -> Iterator[Claim]:
        """Yield the paragraph's claims in order."""
        course = ParagraphState(content, NormalText(source))
        for start, end in course.text.sentences:
            course.begin()
            position = start
            for number in self._numbers.find(course.text.text, start, end):
                segment = course.text.text[position : number.start]
                yield from self._words(course, position, segment)
                claim = self._claim(course, number, segment)
                yield claim
                if number.unit:
                    position = number.end
            yield from self._words(course, position, course.text.text[position:end])

    def _claim(self, course: ParagraphState, number: Number, segment: str) -> Claim:
        patterns = self.patterns
        course.aside = course.aside or bool(patterns.aside.search(segment))
        course.turn(segment, bool(patterns.parts.search(segment)))
        if among := patterns.among.search(segment):
            named = self._clauses.named(among["whole"])
            course.among = named.item if named else ""
        claim = self._bare(course, number)
        if number.base == self._money:
            claim = self._amount(course, claim, segment, number.end)
        elif number.base == self._ratio:
            claim = self._of_ratio(course, claim, segment)
        elif number.base:
            claim = self._counted(claim, segment)
        if claim.item:
            course.passed(claim)
        return claim

    def _bare(self, course: ParagraphState, number: Number) -> Claim:
        spot = Span(course.content, -1, -1, *course.text.span(number.start, number.end))
        said = course.text.said(number.start, number.end)
        return Claim(spot, said, number.value, number.unit, number.base, number.step, aside=course.aside)

    def _amount(self, course: ParagraphState, claim: Claim, segment: str, end: int) -> Claim:
        if course.old and (arrived := self.patterns.arrival.match(segment)):
            return self._arrived(course.old, claim, 1 if arrived["more"] else -1)
        if found := self.patterns.change.search(segment):
            return self._compared(course, claim, segment, found[0], Role.CHANGE)
        if found := self.patterns.totals.search(segment):
            return self._total(course, claim, found[0], self._said.counts[found["count"]])
        text = clause(segment)
        named = self._clauses.names[claim.base].last(text)
        item, known = self._clauses.item(course, segment, named)
        if course.whole and item:
            item = self._said.within.get(course.whole.item, {}).get(item, item)
            item *= item != course.whole.item  # a kind of the same has no name of ours
        basis = self._clauses.basis(without(text, named))
        leaves = self.patterns.arrival.match(course.text.text, end)
        if leaves and basis == self._said.basis and self.patterns.departure.search(segment):
            basis = self._clauses.comparison(course, text, segment).against
        bases = (each for each, _ in self.patterns.comparisons if each.against == basis)
        course.comparison = next(bases, course.comparison)
        course.hold(bool(self.patterns.held.search(segment)))
        part_of = course.whole if course.whole and course.whole.base == claim.base else None
        claim = replace(claim, role=Role.AMOUNT, item=item, basis=basis, known=known, part_of=part_of)
        course.old = claim if leaves and basis != self._said.basis else None
        return claim

    def _total(self, course: ParagraphState, claim: Claim, said: str, count: int) -> Claim:
        """Return the total of the last `count` amounts on the usual basis, or else on that of the last."""
        bases = [self._said.basis, *([course.amount.basis] if course.amount else [])]
        alike = ([each for each in course.amounts if each.basis == basis] for basis in bases)
        summed = next((tuple(several[-count:]) for several in alike if len(several) >= count), ())
        basis = summed[-1].basis if summed else self._said.basis
        return replace(claim, role=Role.AMOUNT, item=said, basis=basis, sum_of=summed)

    def _arrived(self, old: Claim, claim: Claim, direction: int) -> Claim:
        """Return the amount to which an old one is said to have risen or fallen."""
        return replace(
            claim, role=Role.AMOUNT, item=old.item, basis=self._said.basis, known=old.known,
            against=old.basis, direction=direction,
        )  # fmt: skip

    def _compared(self, course: ParagraphState, claim: Claim, segment: str, word: str, role: Role) -> Claim:
        """Return a change or rate, signed by its word, with what it is measured against."""
        item, known = self._clauses.compared(course, segment)
        text = clause(segment)
        comparison = self._clauses.comparison(course, without(text, self._clauses.named(segment)), segment)
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

    def _of_ratio(self, course: ParagraphState, claim: Claim, segment: str) -> Claim:
        if ratio := self._ratios.claim(course, claim, segment):
            return ratio
        if found := self.patterns.rate.search(segment):
            return self._compared(course, claim, segment, found[0], Role.RATE)
        return self._counted(claim, segment)

    def _counted(self, claim: Claim, segment: str) -> Claim:
        """Return persons, points or a rate that goes by its own name."""
        names = self._clauses.names
        named = names[claim.base].last(clause(segment)) if claim.base in names else None
        if claim.base == self._points and not (
            self.patterns.deduction.search(segment) or self.patterns.score.search(segment)
        ):
            return claim
        if not named or self._clauses.basis(without(clause(segment), named)) != self._said.basis:
            return claim
        return replace(claim, role=Role.AMOUNT, item=named.item, basis=named.basis, known=True)

    def _words(self, course: ParagraphState, position: int, segment: str) -> Iterator[Claim]:
        """Yield what words say in place of a number: nothing last year, or no change."""
        for pattern, role in ((self.patterns.nil, Role.AMOUNT), (self.patterns.same, Role.CHANGE)):
            found = pattern.search(segment)
            if not found or course.aside:
                continue
            named = self._clauses.money.last(segment[: found.start()])
            item, known = (named.item, True) if named else course.subject
            if not item:
                continue
            at = position + found.start()
            comparison = self._clauses.comparison(course, segment, segment)
            basis = comparison.against if role is Role.AMOUNT else comparison.change
            spot = Span(course.content, -1, -1, *course.text.span(at, at + len(found[0])))
            yield Claim(
                spot, found[0], Value(Decimal(0)), "", self._money, Decimal(0), role, item, basis,
                against=comparison.against, known=known,
            )  # fmt: skip
