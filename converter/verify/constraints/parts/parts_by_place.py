"""Wholes and parts by where amounts stand, whatever they are called.

The amount right before the words or the bracket that begin a list is its whole, the amounts behind them are
its parts, but for those that a list or bracket of their own holds. A word for a total sums up what stands
before it in its sentence, or else in its paragraph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from msgspec import Struct, field

from converter.chinese import FULL_STOP
from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import bracket_steps, last_clause, without_remarks
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.numbered_parts import numbered_parts
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import (
    PlacedAmount,
    has_steps_for_all,
    is_total,
    likeliest,
    parts_of,
)
from converter.verify.constraints.reading import ReportReading

MOST_BESIDE = 3  # amounts up to a whole, of which the others may be counted by its parts, too


class _Row(Struct, eq=False):
    """Amounts side by side: parts of a whole or, without one, of nothing yet. `ends` are those behind which a
    semicolon stands; `is_all` if words say that they are all parts, `is_added_to` if some are added,
    `is_reduced` if some are taken off. `changes` are numbers that may be amounts, too, with how many of these
    stand before each; `beside` what else is stated right before the list: another kind of thing, or a change.
    """

    whole: Claim | None = None
    in_bracket: bool = False
    amounts: list[Claim] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    is_all: bool = False
    is_added_to: bool = False
    is_reduced: bool = False
    changes: list[tuple[int, Claim]] = field(default_factory=list)
    beside: Sequence[Claim] = ()

    def chosen_whole(self, sentences: Sentences) -> Claim | None:
        """Return the whole: of what is counted before the list that which parts add up to, or would but for a
        slip, else that which the first part counts.
        """
        counted = (self.whole, *reversed(self.beside)) if self.whole and self.amounts else ()
        lists = [parts_of(each, self.amounts, sentences) for each in counted]
        holding = (each.whole for each in lists if each.adds_up)
        slipped = (each.whole for each in lists if each.has_slipped)
        alike = (each for each in counted if each.base_unit == self.amounts[0].base_unit)
        return next(chain(holding, slipped, alike), self.whole)

    def lists(self, whole: Claim, stretches: Iterable[tuple[int, int]], patterns: Patterns) -> list[PartList]:
        """Return the amounts of each stretch as parts of a whole, also with a change that completes it."""
        found = []
        for start, end in stretches:
            found.append(parts_of(whole, self.amounts[start:end], patterns.sentences))
            for at, change in self.changes:
                amounts = [*self.amounts[start:at], change, *self.amounts[max(at, start) : end]]
                with_change = parts_of(whole, amounts, patterns.sentences)
                if start <= at <= end and with_change.holds and change in with_change.parts:
                    found.append(with_change)
        return found


def parts_by_place(
    placed: Mapping[int, Sequence[PlacedAmount]], reading: ReportReading
) -> Iterator[Constraint]:
    """Yield that the amounts listed in a paragraph, or by several, add up to their whole or total."""
    for several in placed.values():
        yield from _Paragraph(reading.patterns).constraints(several)
    yield from numbered_parts(placed, reading)


class _Paragraph:
    """Follows the lists of one paragraph, the innermost last."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._rows, self._sentence = [_Row()], 0

    def constraints(self, placed: Sequence[PlacedAmount]) -> Iterator[Constraint]:
        """Yield what the lists and totals of the paragraph must add up to."""
        for each, behind in zip_longest(placed, placed[1:]):
            yield from self._close(each)
            self._open(each.before)
            if each.is_change:
                self._rows[-1].changes.append((len(self._rows[-1].amounts), each.claim))
                continue
            if each.is_measure or (each.claim.in_explanation and each.claim.role is Role.UNKNOWN):
                continue  # what nothing names, where reasons are stated, is nobody's part
            self._rows[-1].is_added_to |= self._is_adding(each.before)
            if self._is_total(each.before) and not each.is_of_each:
                yield from self._totalled(each)
                continue
            if not behind or behind.claim.sentence != each.claim.sentence:
                yield from self._ended(each)
            self._rows[-1].amounts += [each.claim] * each.times
            self._rows[-1].is_reduced |= bool(self._patterns.taken_off.search(each.before))
        innermost = self._rows[-1]
        while len(self._rows) > 1:
            row = self._rows.pop()
            yield from self._listed(row, is_innermost=row is innermost)

    def _is_adding(self, before: str) -> bool:
        return bool(self._patterns.adding.search(last_clause(before)))

    def _is_total(self, before: str) -> bool:
        """Whether an amount sums up those before it."""
        is_of_added = self._rows[-1].is_added_to and self._patterns.whole_of_added.search(last_clause(before))
        return bool(is_of_added) or is_total(before, self._patterns)

    def _close(self, each: PlacedAmount) -> Iterator[Constraint]:
        """End the lists that end before an amount."""
        for _ in range(bracket_steps(each.before)[0]):
            if any(row.in_bracket for row in self._rows):
                while not (row := self._rows.pop()).in_bracket:
                    yield from self._listed(row)
                yield from self._listed(row)
        added = self._patterns.adding.search(last_clause(each.before))
        if each.claim.sentence != self._sentence:
            yield from self._end_lists()
            if not added:
                self._rows[0].ends.append(len(self._rows[0].amounts))
        elif added and added["beside"]:
            yield from self._end_lists(of_bracket=False)  # what there is besides is no part
        elif ";" in each.before:
            if len(self._rows) > 2 and not self._rows[-1].in_bracket:
                yield from self._listed(self._rows.pop())
            self._rows[-1].ends.append(len(self._rows[-1].amounts))
        self._sentence = each.claim.sentence

    def _end_lists(self, *, of_bracket: bool = True) -> Iterator[Constraint]:
        """End the lists that are open, or those behind the last bracket that is."""
        while len(self._rows) > 1 and (of_bracket or not self._rows[-1].in_bracket):
            yield from self._listed(self._rows.pop())

    def _open(self, before: str) -> None:
        """Begin a list where a bracket or words do."""
        _, opened = bracket_steps(before)
        amounts = self._rows[-1].amounts
        last = amounts[-1] if amounts else None
        beside = [each for each in amounts[-MOST_BESIDE:-1] if last and _is_of_another_kind(each, last)]
        beside += [change for at, change in self._rows[-1].changes[-1:] if at == len(amounts)]
        if opened:
            self._rows.append(_Row(last, in_bracket=True, beside=beside))
        elif last and self._begins_parts(before):
            self._rows[-1].ends.append(len(amounts) - len(beside) - 1)  # it may be a whole of its own
            is_all = bool(self._patterns.all_parts.search(before))
            self._rows.append(_Row(last, is_all=is_all, beside=beside))

    def _begins_parts(self, before: str) -> bool:
        among = self._patterns.among.search(before)
        if self._patterns.of_so_much.match(before) or (among and among.end() == len(before)):
            return True
        tail = without_remarks(before.rpartition(";")[2])
        begins = self._patterns.parts.search(tail) or self._patterns.all_parts.search(tail)
        return bool(begins) or ":" in tail.rpartition(FULL_STOP)[2]

    def _totalled(self, placed: PlacedAmount) -> Iterator[Constraint]:
        """Yield that amounts add up to a total behind them: of its sentence, or since the total before. In a
        list, words for a sum may only tell of another part, or behind a semicolon of something else.
        """
        total = placed.claim
        row, end = self._rows[-1], len(self._rows[-1].amounts)
        stretches = [(start, end) for start in (*row.ends[-1:], 0) if end - start > 1]
        lists = row.lists(total, stretches, self._patterns)
        is_open = not any(each.adds_up or each.has_slipped for each in lists)
        if row.whole and is_open and (beyond := self._beyond(total)):
            yield beyond.constraint(Surety.PROBABLE)
            self._rows.pop()
        elif row.whole and is_open and ";" in placed.before and not row.in_bracket:
            yield from self._listed(self._rows.pop())
            self._rows[-1].amounts.append(total)
            return
        elif row.whole and is_open and self._patterns.totals.search(placed.before):
            row.amounts.append(total)
            return
        else:
            yield from likeliest(lists, is_stated=not row.is_reduced, is_complete=True)
        row = self._rows[-1]
        row.amounts, row.ends, row.changes = [total], [], []
        row.is_added_to = row.is_reduced = False

    def _beyond(self, total: Claim) -> PartList | None:
        """Return what stands before the innermost list and behind its parts, where no sign ends it, if that
        adds up to a total.
        """
        if len(self._rows) < 2 or self._rows[-1].in_bracket:
            return None
        before, inner = self._rows[-2].amounts, self._rows[-1].amounts
        tails = (inner[at:] for at in range(1, len(inner)))
        lists = (parts_of(total, [*before, *tail], self._patterns.sentences) for tail in tails)
        return next((each for each in lists if each.adds_up and has_steps_for_all(each)), None)

    def _ended(self, last: PlacedAmount) -> Iterator[Constraint]:
        """Yield that the last amount of a sentence, if it is named as one, is the total of the others: unless
        it may be of more.
        """
        row = self._rows[-1]
        others = row.amounts[row.ends[-1] if row.ends else 0 :]
        if len(others) < 2:
            return
        listed = parts_of(last.claim, others, self._patterns.sentences)
        if listed.parts and self._patterns.whole_of_added.search(last_clause(last.before)):
            yield from likeliest([listed], is_stated=listed.is_too_much)
        elif row.is_added_to and not self._is_adding(last.before):
            yield from likeliest([listed], is_stated=listed.has_slipped)

    def _listed(self, row: _Row, *, is_innermost: bool = False) -> Iterator[Constraint]:
        """Yield that the parts of a list add up to its whole: all, or those up to a semicolon. Words that say
        they are all hold for the innermost, which the paragraph ends with.
        """
        whole, end = row.chosen_whole(self._patterns.sentences), len(row.amounts)
        if not whole:
            return
        if row.is_all and is_innermost:
            listed = parts_of(whole, row.amounts, self._patterns.sentences)
            yield from likeliest([listed], is_complete=True)
            return
        stretches = [(0, each) for each in dict.fromkeys((end, *row.ends))]
        yield from likeliest(row.lists(whole, stretches, self._patterns))
        yield from self._in_step(row, whole, stretches)

    def _in_step(self, row: _Row, whole: Claim, stretches: Iterable[tuple[int, int]]) -> Iterator[Constraint]:
        """Yield that what else is counted of each part adds up as well, where the parts are all there are."""
        uncounted = (self._patterns.ratio, whole.base_unit)
        others = [each for each in (*row.beside, row.whole) if each and each.base_unit not in uncounted]
        for start, end in stretches if others else ():
            listed = parts_of(whole, row.amounts[start:end], self._patterns.sentences)
            if listed.holds:
                counted = (
                    parts_of(each, row.amounts[start:end], self._patterns.sentences) for each in others
                )
                alike = (each for each in counted if len(each.parts) == len(listed.parts) > 1)
                yield from (each.constraint(Surety.STATED) for each in alike)
                return


def _is_of_another_kind(amount: Claim, whole: Claim) -> bool:
    """Whether something else is counted right before a whole, in its sentence."""
    return amount.sentence == whole.sentence and amount.base_unit != whole.base_unit
