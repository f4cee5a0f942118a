"""On which basis a clause speaks of an item, and what it compares its amount with."""

from converter.pack import Comparison, Pack
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class BasisReader:
    """Reads bases and comparisons by one pack's words."""

    def __init__(self, pack: Pack, patterns: Patterns) -> None:
        self._sentences, self._patterns = pack.sentences, patterns

    def named(self, text: str) -> str:
        """Return the basis that words name, '' if they name none."""
        return next((basis for basis, pattern in self._patterns.bases if pattern.search(text)), "")

    def of_amount(self, state: ParagraphState, text: str) -> str:
        """Return the basis of the amount that a clause speaks of.

        1. Words name none: the parts of a whole are on its basis, others on that of the sentence; but words
           that name this year never mean another one.
        2. In a sentence about neither this nor last year, a basis of this year is that of no year known.
        3. In a text of budgets, last year means its budget where nothing speaks of accounts.
        """
        named, kind = self.named(text), state.headings.kind
        if not named:
            default = state.whole.basis if state.whole else state.sentence.basis
            is_this_years = self._patterns.names_this_year.search(text) and self.is_another_years(default)
            return kind if is_this_years else default
        if state.sentence.is_of_other_year and not self.is_another_years(named):
            return self._patterns.basis_of_other_years
        is_last_years = named == self._sentences.prior + self._sentences.basis
        if is_last_years and kind != self._sentences.basis and not self._patterns.of_accounts.search(text):
            return self._sentences.prior + kind
        return named

    def of_changed(self, state: ParagraphState, item: str, text: str, against: str = "") -> str:
        """Return the basis of the amount that a change is of: never the one it is measured `against`.

        1. The basis of this year that the words name.
        2. That on which the item was stated last; else that of the whole, else of the text.
        """
        named = self.named(text)
        if named and named != against and not self.is_another_years(named):
            return named
        default = state.whole.basis if state.whole else state.headings.kind
        last = state.items.basis.get(item, default)
        return self._sentences.basis if last == against or self.is_another_years(last) else last

    def is_another_years(self, basis: str) -> bool:
        """Whether a basis is not of the report's year."""
        return basis.startswith(self._sentences.prior) or basis == self._patterns.basis_of_other_years

    def comparison(self, state: ParagraphState, text: str, of_basis: str, item: str) -> Comparison:
        """Return what a clause compares an item's amount on a basis with.

        1. Words name it; but a mere "last year" means what the basis of the amount was last year.
        2. Words name none: what the sentence, or the list of parts, has compared with so far; but that is no
           budget if of the item nothing but the budget was spoken of.
        3. Last year.
        """
        named = self._comparison_named(text)
        if not named and (carried := self._carried(state, of_basis, item)):
            return carried
        is_settled = named and (
            named is not self._patterns.usual_comparison or self._patterns.of_accounts.search(text)
        )
        return named if named and is_settled else self.with_last_year(of_basis)

    def stated_comparison(self, text: str, of_basis: str) -> Comparison:
        """Return what words compare an amount on a basis with, whatever was compared before."""
        named = self._comparison_named(text)
        is_settled = named and named is not self._patterns.usual_comparison
        return named if named and is_settled else self.with_last_year(of_basis)

    def _carried(self, state: ParagraphState, of_basis: str, item: str) -> Comparison | None:
        """Return what the words before have compared with, None if that can't be meant here."""
        bases = {of_basis, self._sentences.prior + of_basis}
        is_only_basis = state.items.bases.get(item) in ({of_basis}, bases)
        listed = state.listing.comparison if state.listing else None
        for before in (state.sentence.comparison, listed):
            if before and not (is_only_basis and before.against == of_basis):
                return before
        return None

    def with_last_year(self, of_basis: str) -> Comparison:
        """Return the comparison of an amount on a basis with last year's."""
        return self.comparison_with(self._sentences.prior + of_basis) or self._patterns.usual_comparison

    def comparison_with(self, basis: str) -> Comparison | None:
        """Return the comparison with a basis, None if the pack has none."""
        return next((each for each, _ in self._patterns.comparisons if each.against == basis), None)

    def names_comparison(self, text: str) -> bool:
        """Whether words say what is compared with."""
        return self._comparison_named(text) is not None

    def _comparison_named(self, text: str) -> Comparison | None:
        found = (comparison for comparison, words in self._patterns.comparisons if words.search(text))
        return next(found, None)
