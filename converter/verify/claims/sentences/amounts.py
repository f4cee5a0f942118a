"""Read amounts: of an item on a basis, totals of those listed before, what something rose or fell to."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role, adds_up_to
from converter.verify.claims.sentences.additions import AdditionReader
from converter.verify.claims.sentences.clauses import ClauseReader, last_clause
from converter.verify.claims.sentences.paragraph_state import ParagraphState
from converter.verify.claims.sentences.phrases import MIN_WORDS, NamedItem
from converter.verify.claims.sentences.sentence_state import ItemsInOrder

LONGEST_BUDGET = 20  # words for a budget of which nothing tells what it is for
_NOUN = re.compile(r"[^\W\d_]{2}")


class AmountReader:
    """Reads amounts of money, and what is counted, by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._additions = AdditionReader(clauses.patterns)

    def claim(self, state: ParagraphState, claim: Claim, segment: str, end: int) -> Claim:
        """Return an amount of money as what its words say it is, and remember it."""
        if settled := self._settled(state, claim, segment):
            return settled
        head = last_clause(segment)
        compared = self._patterns.compared.search(head)
        subject, reference = (head[: compared.start()], head[compared.start() :]) if compared else (head, "")
        if self._says_more(state, compared, reference):
            return claim  # who knows what it is beside what it is compared with
        self._take_up(state, head)
        is_set_against = bool(self._patterns.set_against.search(segment))
        in_series = self._in_series(state, segment, end)
        named = in_series or self._named(state, claim, subject, segment)
        words = "" if in_series else _without(reference or head, named)
        basis = (named.basis if named else "") or self._clauses.basis(words, state)
        if basis == self._sentences.basis and self._patterns.funds.search(head):
            basis = self._sentences.budgets[0]
        if not named and basis in self._sentences.budgets and MIN_WORDS <= len(head) <= LONGEST_BUDGET:
            named = NamedItem(head, "", "", known=False)  # nothing tells of what: what follows is of the same
        if named and self._patterns.gross.match(state.text.text, end):
            named = replace(named, item=self._sentences.gross.items.get(named.item, named.item))
        if named:
            claim = self._placed(state, claim, named, basis)
        changes_next = self._patterns.arrival.match(state.text.text, end)
        if changes_next and basis == state.sentence.basis and self._patterns.departure.search(segment):
            comparison = self._clauses.comparison(state, reference or head, basis, claim.item)
            claim, basis = replace(claim, basis=comparison.against), comparison.against
        state.sentence.comparison = self._clauses.comparison_with(basis) or state.sentence.comparison
        state.set_against(is_set_against)
        is_current = not self._clauses.is_another_years(basis)
        state.sentence.begun.starting_amount = claim if changes_next and basis != state.section.kind else None
        if claim.item:
            state.add(claim, is_compared_with=bool(compared) or is_set_against, is_current=is_current)
        return claim

    def _settled(self, state: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return what another amount rose or fell to, a total or what is added, None for others."""
        if arrived := self._arrival(state, claim, segment):
            return arrived
        found = self._patterns.totals.search(segment)
        if found and (total := self._total(state, claim, found)):
            state.add(total)
            return total
        return self._additions.claim(state, claim, segment)

    def _says_more(self, state: ParagraphState, compared: re.Match[str] | None, reference: str) -> bool:
        """Whether words of unknown meaning stand beside those for what an amount is compared with."""
        if not compared:
            return False
        reference = reference.removeprefix(compared[0])
        is_basis = any(pattern.search(reference) for _, pattern in self._patterns.bases)
        named = self._clauses.named(reference)
        is_told = named and (named.known or named.item == state.subject[0])
        return is_basis and not is_told and self._clauses.phrases_of_money.says_more(reference)

    def _take_up(self, state: ParagraphState, head: str) -> None:
        """Say that a paragraph that begins with nothing but a budget is about what the one before was."""
        main = state.above.main
        if not main or state.last.claim or state.topic or state.whole:
            return
        is_budget = any(
            pattern.search(head)
            for basis, pattern in self._patterns.bases
            if basis in self._sentences.budgets
        )
        if is_budget and not self._clauses.phrases_of_money.says_more(head):
            state.topic = NamedItem(main.item, "", "", main.known)

    def counted(self, state: ParagraphState, claim: Claim, segment: str, end: int) -> Claim:
        """Return a number of persons or things, and remember it."""
        head = last_clause(segment)
        named = self._clauses.named(head, claim.base_unit)
        if named is None and not state.whole:
            named = self._named_after(state, end)
        if named is None or any(pattern.search(head) for _, pattern in self._patterns.bases):
            return claim
        claim = self._placed(
            state, claim, named, named.basis or (state.whole.basis if state.whole else self._sentences.basis)
        )
        if claim.base_unit not in self._clauses.names:
            claim = replace(claim, item=named.words.removesuffix(claim.unit) + claim.unit, known=False)
        if claim.item:
            spoken_of = state.last.claim
            state.add(claim)
            state.last.claim = spoken_of  # what is counted is not what money is spent on
        return claim

    def scored(self, state: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return points that are a part of those listed, None if they are none.

        Points in brackets behind a name are those that it could have.
        """
        whole, head = state.whole, last_clause(segment)
        if not whole or whole.base_unit != claim.base_unit or self._patterns.deduction.search(segment):
            return None
        words = self._patterns.score.sub("", head)
        if segment.endswith("("):
            state.sentence.begun.full_points_of = words
            return None
        named = self._clauses.named(head, claim.base_unit)
        if self._patterns.no_item.search(words) or (named and named.item == whole.item):
            return None
        part = self._clauses.named(words, claim.base_unit)
        words = part.words if part else words or state.sentence.begun.full_points_of
        named = NamedItem(words, "", words, known=False)
        return self._placed(state, claim, named, whole.basis)

    def _named_after(self, state: ParagraphState, end: int) -> NamedItem | None:
        """Return what is counted by the words behind its number."""
        found = _NOUN.match(state.text.text, end)
        return NamedItem(found[0], "", found[0], known=False) if found else None

    def _named(self, state: ParagraphState, claim: Claim, subject: str, segment: str) -> NamedItem | None:
        if self._patterns.joined.fullmatch(segment):
            return None  # one of several numbers, of which nothing says whose each is
        named = self._clauses.item(state, subject, segment, claim.base_unit)
        if state.above.tells_whole and named and named.known:
            return self._clauses.apart(state, named, segment)
        return named

    def _in_series(self, state: ParagraphState, segment: str, end: int) -> NamedItem | None:
        """Return the item of a number that is one of several, in the order their items were named in."""
        follows = self._patterns.is_joined(state.text.text, end)
        if (found := self._patterns.series.search(segment)) and follows:
            state.sentence.begun.series = ItemsInOrder(self._clauses.named_in_a_row(segment[: found.start()]))
        elif not self._patterns.joined.fullmatch(segment):
            return None
        return state.sentence.begun.series.take()

    def _placed(self, state: ParagraphState, claim: Claim, named: NamedItem, basis: str) -> Claim:
        """Return an amount of an item among the parts being listed, or outside of them."""
        item, known, whole = named.item, named.known, state.whole
        spoken_scope = self._spoken_scope(state)
        if whole and item == whole.item and basis != whole.basis:
            state.listings.close_innermost()  # the whole again, as it was in another year or budget
            whole = state.whole
        if whole:
            renamed = self._sentences.within.get(whole.item, {}).get(item, "")
            owners = {owner for owner, parts in self._clauses.parts.items() if item in parts}
            if renamed:
                item = renamed
            elif item == whole.item:
                item, known = (
                    whole.item + named.words,
                    False,
                )  # a part is not the item, but one of the same name
            elif owners and not self._belongs(item, whole.item):
                item, known = whole.item + item, False
        elif known:
            item = self._sentences.within.get(spoken_scope or state.section.scope, {}).get(item, item)
        is_by_heading = not whole and not spoken_scope and item != named.item
        is_part = whole is not None and whole.base_unit == claim.base_unit and bool(item)
        return replace(
            claim, role=Role.AMOUNT, item=item, basis=basis, known=known and bool(item),
            is_carried=not named.words or is_by_heading, part_of=whole if is_part else None,
            listing=state.listing.number if is_part and state.listing else 0,
        )  # fmt: skip

    def _spoken_scope(self, state: ParagraphState) -> str:
        """Return the item whose parts the sentence speaks of so far, '' if it does not say."""
        last = state.sentence.amounts[-1].item if state.sentence.amounts else ""
        within = self._sentences.within
        return next((of for of, parts in within.items() if last in parts.values()), "")

    def _belongs(self, item: str, whole: str) -> bool:
        """Whether an item is a part of another, by the pack, or the other way round."""
        parts = self._clauses.parts
        return item in parts.get(whole, ()) or whole in parts.get(item, ())

    def _total(self, state: ParagraphState, claim: Claim, found: re.Match[str]) -> Claim | None:
        """Return the total of the amounts listed before, None if it has no count and there is no list.

        They are on the usual basis, or else all on that of the last. With a count they are the last ones;
        else those of the sentence, or of the whole whose parts are listed, that come to the total.
        """
        bases = [state.sentence.basis, *([state.last.amount.basis] if state.last.amount else [])]
        count = self._sentences.counts[found["count"]] if found["count"] else 0
        alike = [amount for amount in state.sentence.amounts if amount.base_unit == claim.base_unit]
        by_basis = ([amount for amount in alike if amount.basis == basis] for basis in bases)
        if count:
            summed = next((tuple(amounts[-count:]) for amounts in by_basis if len(amounts) >= count), ())
        else:
            lists = ([each for each in amounts if each.part_of is state.whole] for amounts in by_basis)
            summed = next((_coming_to(claim, amounts) for amounts in lists if len(amounts) > 1), ())
        if not summed:
            return None
        item = last_clause(found[0])
        return replace(claim, role=Role.AMOUNT, item=item, basis=summed[-1].basis, sum_of=summed)

    def _arrival(self, state: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return, and remember, what an earlier amount is said to have come to; None for others."""
        start, arrival = state.sentence.begun.starting_amount, self._patterns.arrival.match(segment)
        if not start or not arrival:
            return None
        is_budget = bool(arrival["budget"])
        claim = replace(
            claim, role=Role.AMOUNT, item=start.item, known=start.known, reference_basis=start.basis,
            basis=self._sentences.budgets[0] if is_budget else self._sentences.basis,
            direction=0 if is_budget else 1 if arrival["more"] else -1,
            part_of=start.part_of, listing=start.listing,
        )  # fmt: skip
        state.sentence.begun.starting_amount = None
        state.add(claim)
        return claim


def _without(text: str, named: NamedItem | None) -> str:
    """Return a text without the name in it, whose words say nothing of a basis."""
    return text.replace(named.words, "", 1) if named and named.words else text


def _coming_to(total: Claim, listed: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the last of the listed amounts that come to a total, at least two; if none do, all of them."""
    for first in range(len(listed) - 2, -1, -1):
        summed = tuple(listed[first:])
        if adds_up_to(summed, total):
            return summed
    return tuple(listed)
