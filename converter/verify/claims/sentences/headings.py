"""Read headings and titles: the kind of figures below them, their scope, and the item they name."""

from converter.chinese import COMMA, FULL_STOP
from converter.pack import Pack
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.extents import ExtentReader
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.text import HeadingContext, TextState

LONGEST_UNMARKED_HEADING = 40  # of a line that no style marks as one


class HeadingReader:
    """Reads headings by one pack's words."""

    def __init__(self, pack: Pack, clauses: ClauseReader, extents: ExtentReader) -> None:
        self._extents = extents
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns

    def kind(self, text: str) -> str:
        """Return the basis of amounts that tell none, by the title of a text; several sentences are no title,
        and one tells by its first clause.
        """
        text = normal_text(text)
        if FULL_STOP in text[:-1]:
            return self._sentences.basis
        words = text.partition(COMMA)[0] if text.endswith(FULL_STOP) else text
        found = (basis for basis, pattern in self._patterns.kinds if pattern.search(words))
        return next(found, self._sentences.basis)

    def read(self, above: TextState, text: str, rank: int, *, is_heading: bool) -> None:
        """Take over what a line of some rank without amounts says of those below it, if it is a heading."""
        is_sentence = FULL_STOP in text and not self._patterns.heading_end.search(text)
        name = text.rstrip(f".0123456789{FULL_STOP}")
        if name.endswith(")") and (named := self._clauses.named(name)):
            above.headings.topic = named
            return
        if not is_heading and (
            is_sentence or len(text) > LONGEST_UNMARKED_HEADING or text.endswith((":", COMMA))
        ):
            return
        if not text or self._patterns.parts.search(text):
            return
        kinds = (basis for basis, pattern in self._patterns.kinds if pattern.search(text))
        kind = next(kinds, above.headings.heading_kind)
        above.headings = HeadingContext(
            kind=kind,
            heading_kind=kind if is_heading else above.headings.heading_kind,
            scope=next((item for item, pattern in self._patterns.scopes if pattern.search(text)), ""),
            topic=self._clauses.phrases_of_money.known(self._patterns.heading_end.sub("", text)),
        )
        self._extents.read_heading(above, text, rank)
        above.listings.clear()
        above.main = above.only = None

    def begin_sentence(self, state: ParagraphState, sentence: str) -> None:
        """Say that a sentence that begins with last year or another one is about it."""
        if self._patterns.last_year_alone.search(sentence):
            state.sentence.basis = self._sentences.prior + state.headings.kind
        state.sentence.is_of_other_year = bool(self._patterns.other_year.search(sentence))
        first, others = sentence.partition(COMMA)[0], self._patterns.basis_of_other_years
        if state.sentence.is_of_other_year and self._clauses.bases.named(first) == others:
            state.sentence.basis = others
