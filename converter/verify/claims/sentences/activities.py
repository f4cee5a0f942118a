"""Tell when an amount is of one activity that the words before it speak of, not of the whole department."""

from collections.abc import Sequence

from converter.chinese import COMMA, OF
from converter.pack import Pack
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.phrases import MAX_WORDS, NamedItem
from converter.verify.claims.sentences.segments import Mention, clauses_of
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class ActivityReader:
    """Reads what an amount was spent on by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._of_department, self._alone = frozenset(pack.sentences.of_department), pack.sentences.alone
        self._clauses, self._patterns = clauses, clauses.patterns

    def item(self, state: ParagraphState, mention: Mention, named: NamedItem) -> NamedItem:
        """Return the item of an amount that its words name: an activity instead of the whole department, if
        the sentence speaks of one since the last amount; of a word alone, the text does.

        An activity is what names no item of the pack and is more than the department or a year; beside a
        whole that is named in full, it counts something, too. Names that say "total" are of the department
        whatever stands before. A clause right before any name that ends in a word for "of" tells of which
        part of the item the amount is.
        """
        clauses = clauses_of(mention.text[state.amounts_until : mention.start])
        if clauses[:-1] and clauses[-2].endswith(OF):
            return NamedItem(COMMA.join(clauses[:-1])[-MAX_WORDS:], "", "", known=False)
        if counted := self._counted(state, named, clauses):
            return NamedItem(counted, "", "", known=False)
        is_alone = named.words in self._alone
        if named.item not in self._of_department or not (is_alone or named.words in ("", named.item)):
            return named
        start = state.amounts_until if is_alone else max(state.amounts_until, state.sentence.start)
        before = clauses_of(mention.text[start : mention.start])[:-1]
        if any((found := self._clauses.named(clause)) and found.known for clause in before):
            return named
        activities = filter(self._has_content, before)
        if named.words and not is_alone:
            activities = filter(self._patterns.counted.search, activities)
        stated = COMMA.join(activities)[:MAX_WORDS]
        activity = state.sentence.activity = stated or state.sentence.activity
        return NamedItem(activity, "", "", known=False) if activity else named

    def _counted(self, state: ParagraphState, named: NamedItem, clauses: Sequence[str]) -> str:
        """Return the clause that counts of what an amount is, if no words name its item and the one stated
        before has an amount.
        """
        is_of_counted = state.sentence.has_counted and named.item in state.items.basis
        if named.words or named.known or not is_of_counted:
            return ""
        return next(filter(self._patterns.counted.search, reversed(clauses)), "")[-MAX_WORDS:]

    def _has_content(self, clause: str) -> bool:
        """Whether a clause speaks of more than the department or a year."""
        words = self._patterns.any_year.sub("", clause)
        is_department = self._patterns.before_name.fullmatch(words)
        is_view = self._patterns.view.search(clause) or self._patterns.parts.search(clause)
        return not (is_department or is_view) and self._clauses.phrases_of_money.has_content(words)
