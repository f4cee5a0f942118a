"""Read amounts of money: of an item on a basis, and what something rose or fell to."""

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.numbers import FOR_EACH
from converter.verify.claims.sentences.activities import ActivityReader
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.part_items import PartItems
from converter.verify.claims.sentences.phrases import MIN_WORDS, NamedItem
from converter.verify.claims.sentences.segments import Mention, last_clause
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.totals import TotalReader

LONGEST_COMPARISON = 3  # words that end what something is compared with
LONGEST_BUDGET = 20  # words for a budget of which nothing tells what it is for


class _Clause(Struct, frozen=True):
    """The clause before an amount: its `subject`, and what that is compared with, '' if with nothing."""

    head: str
    subject: str
    word: str = ""
    compared_with: str = ""

    @property
    def is_compared(self) -> bool:
        """Whether a word says that the amount is what another is compared with."""
        return bool(self.word)

    @property
    def reference(self) -> str:
        """What the subject is compared with, and the word that says so."""
        return self.word + self.compared_with


class AmountReader:
    """Reads amounts of money by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns
        self._bases = clauses.bases
        self._totals, self._part_items = TotalReader(pack, clauses.patterns), PartItems(pack, clauses)
        self._activities = ActivityReader(pack, clauses)

    def claim(self, state: ParagraphState, mention: Mention) -> Claim:
        """Return an amount of money as what its words say it is, and remember it.

        1. What an earlier amount rose or fell to; a total; what is added. By how much the budget of something
           was adjusted is no amount of it, nor is what it is for each of something, or is only more than.
        2. Of no item, where beside what it is compared with something is spoken of that has no name.
        3. Of the item and basis that its clause names, or else those before. It is last year's if this year's
           follows and words say that it rose or fell from there.
        """
        if ended := self._arrival(state, mention) or self._totals.claim(state, mention):
            return ended
        if self._is_no_amount(mention):
            return mention.claim
        clause, claim = self._clause(mention), mention.claim
        if self._has_unknown_words(state, clause):
            return claim
        self._take_up(state, clause.head)
        named, basis = self._item_and_basis(state, mention, clause)
        if named:
            claim = self._part_items.amount(state, claim, named, basis)
        if mention.followed_by(self._patterns.its_percentage):
            claim = replace(claim, part_of=None, listing=0)  # what a percentage is of is no part itself
        if self._is_departure(state, mention, basis):
            words = clause.reference or clause.head
            basis = self._bases.comparison(state, words, basis, claim.item).against
            claim = replace(claim, basis=basis)
        self._remember(state, mention, claim, basis, clause)
        return claim

    def _is_rate_for_each(self, mention: Mention) -> bool:
        """Whether an amount is so much for each of something or some, but no average that words name."""
        if self._patterns.for_each.search(mention.head) or self._patterns.each_of.search(mention.head):
            return True
        is_for_each = mention.text.startswith(FOR_EACH, mention.end)
        return is_for_each and not self._patterns.average.search(mention.segment)

    def _is_no_amount(self, mention: Mention) -> bool:
        """Whether words say that something is not of this amount, or none say anything."""
        patterns = (self._patterns.adjusted, self._patterns.threshold)
        is_excluded = any(each.search(mention.segment) for each in patterns) or self._is_rate_for_each(
            mention
        )
        return is_excluded or self._lacks_words(mention)

    @staticmethod
    def _lacks_words(mention: Mention) -> bool:
        """Whether an amount stands right behind the unit of another one: what it is, has been lost."""
        return not mention.segment and mention.start > 0 and mention.text[mention.start - 1].isalpha()

    def _is_departure(self, state: ParagraphState, mention: Mention, basis: str) -> bool:
        """Whether an amount that tells no basis is the one from which what follows rose or fell."""
        if basis != state.sentence.basis or not mention.followed_by(self._patterns.arrival):
            return False
        return bool(self._patterns.departure.search(mention.segment))

    def _remember(
        self, state: ParagraphState, mention: Mention, claim: Claim, basis: str, clause: _Clause
    ) -> None:
        """Say what an amount leaves for the next numbers."""
        found = self._patterns.set_against.search(mention.segment)
        is_percentage_of_it = bool(mention.followed_by(self._patterns.its_percentage))
        is_set_against = bool(found) or is_percentage_of_it
        if not is_percentage_of_it:  # a budget that is completed is not what a bare change compares with
            state.sentence.comparison = self._bases.comparison_with(basis) or state.sentence.comparison
        rises_or_falls = basis != state.headings.kind and mention.followed_by(self._patterns.arrival)
        state.sentence.begun.starting_amount = claim if rises_or_falls else None
        words = last_clause(mention.segment).removesuffix(found[0]) if found else ""
        state.set_against(is_set_against=is_set_against, of_another=self._names_another(state, words))
        if claim.item:
            is_current = not self._bases.is_another_years(basis)
            state.add(claim, is_compared_with=clause.is_compared or is_set_against, is_current=is_current)

    def _names_another(self, state: ParagraphState, words: str) -> bool:
        """Whether words before an amount, against which something is set, name another item than the last."""
        named, last = self._clauses.named(words) if words else None, state.last.amount
        return bool(named and last and not last.item.endswith(named.item))

    def _clause(self, mention: Mention) -> _Clause:
        """Return the clause before an amount; one in brackets behind words that compare is compared with."""
        head, compared = mention.head, self._patterns.compared
        if found := compared.search(head):
            return _Clause(head, head[: found.start()], found[0], head[found.end() :])
        outside, bracket, _ = mention.segment.removesuffix(head).rpartition("(")
        is_beside = bracket and self._patterns.compared_end.search(outside[-LONGEST_COMPARISON:])
        found = compared.search(last_clause(outside)) if is_beside else None
        return _Clause(head, head, found[0], head) if found else _Clause(head, head)

    def _item_and_basis(
        self, state: ParagraphState, mention: Mention, clause: _Clause
    ) -> tuple[NamedItem | None, str]:
        """Return the item that an amount is of, None if nothing tells, and the basis."""
        in_series = self._in_series(state, mention)
        named = in_series or self._named(state, mention, clause.subject)
        series = state.sentence.begun.series
        words = clause.reference if in_series else _without(clause.reference or clause.head, named)
        basis = (named.basis if named else "") or self._bases.of_amount(state, words)
        if in_series:  # what the first is compared with, or a budget, so are the others
            series.basis = basis = basis if series.taken == 1 else series.basis
        is_unstated = basis == self._sentences.basis and not state.whole
        if is_unstated and self._patterns.funds.search(clause.head):
            basis = self._sentences.budgets[0]
        is_short = MIN_WORDS <= len(clause.head) <= LONGEST_BUDGET
        if not named and basis in self._sentences.budgets and is_short:
            named = NamedItem(clause.head, "", "", known=False)  # what follows is of the same
        if named and mention.followed_by(self._patterns.gross):
            named = replace(named, item=self._sentences.gross.items.get(named.item, named.item))
        return named, basis

    def _has_unknown_words(self, state: ParagraphState, clause: _Clause) -> bool:
        """Whether words of unknown meaning stand beside those for what an amount is compared with."""
        words = clause.compared_with
        if not self._bases.named(words):
            return False
        named = self._clauses.named(words)
        is_known = named and (named.known or named.item == state.subject[0])
        return not is_known and self._clauses.phrases_of_money.has_content(words)

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
        if is_budget and not self._clauses.phrases_of_money.has_content(head):
            state.topic = NamedItem(main.item, "", "", main.known)

    def _named(self, state: ParagraphState, mention: Mention, subject: str) -> NamedItem | None:
        segment = mention.segment
        if self._patterns.joined.fullmatch(segment):
            return None  # one of several numbers, of which nothing says whose each is
        if subject == mention.head and (joint := self._clauses.joint(segment)):
            return joint
        named = self._clauses.item(state, subject, segment, mention.claim.base_unit)
        return named and self._activities.item(state, mention, named)

    def _in_series(self, state: ParagraphState, mention: Mention) -> NamedItem | None:
        """Return the item of a number that is one of several, in the order in which their items were
        stated.
        """
        begun, joined = state.sentence.begun, self._patterns.joined
        is_next = joined.fullmatch(mention.segment)
        if begun.in_turn and not is_next and mention.joins_next(joined):
            return begun.series.take_first()
        return begun.series.take() if is_next else None

    def _arrival(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return, and remember, what an earlier amount is said to rise or fall to; None for others."""
        start, arrival = state.sentence.begun.starting_amount, self._patterns.arrival.match(mention.segment)
        if not start or not arrival:
            return None
        is_budget = bool(arrival["budget"])
        claim = replace(
            mention.claim, role=Role.AMOUNT, item=start.item, known=start.known, reference_basis=start.basis,
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
