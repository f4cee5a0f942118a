"""Read paragraphs into claims: each number in them, with what the words before it say it is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from converter.document.contents import Passage
from converter.document.heading_numbers import heading_number
from converter.pack import Pack
from converter.verify.claims.bare_numbers import with_units
from converter.verify.claims.claim import Claim, Role, Span, claims_at, paragraph_span
from converter.verify.claims.extent import Extent
from converter.verify.claims.names import Names
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbering import ITEM_NUMBER
from converter.verify.claims.numbers import Number, NumberFinder
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.amounts import AmountReader
from converter.verify.claims.sentences.changes import ChangeReader
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.counts import CountReader
from converter.verify.claims.sentences.extents import ExtentReader
from converter.verify.claims.sentences.headings import HeadingReader
from converter.verify.claims.sentences.parts import PartReader
from converter.verify.claims.sentences.parts_below import PartsBelow
from converter.verify.claims.sentences.points import PointReader
from converter.verify.claims.sentences.ratios import RatioReader
from converter.verify.claims.sentences.rows import RowReader
from converter.verify.claims.sentences.segments import Mention, last_clause
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.sentence import SentenceState
from converter.verify.claims.sentences.state.text import TextState
from converter.verify.claims.sentences.worded_numbers import WordedNumberReader

CACHED_CELLS = 1024  # texts of cells that are not read again
LAST_WORDS = 5  # before a colon: they may tell on which basis the amounts behind it are
LOWEST_RANK = 9  # of a line that nothing but its shortness marks as a heading


class SentenceReader:
    """Reads the text of reports of one year by one pack; `parts` are the items an item is made of."""

    def __init__(self, pack: Pack, year: int, parts: Mapping[str, Collection[str]]) -> None:
        self.patterns = Patterns(pack, year)
        self._sentences, self._numbers = pack.sentences, NumberFinder(pack)
        self.clauses = ClauseReader(pack, self.patterns, parts)
        self._extents, self._bases = ExtentReader(self.patterns), self.clauses.bases
        self._headings = HeadingReader(pack, self.clauses, self._extents)
        self._parts, self._parts_below = PartReader(self.clauses), PartsBelow(self.clauses)
        self._rows, self._amounts = RowReader(self.clauses), AmountReader(pack, self.clauses)
        self._changes = ChangeReader(pack, self.clauses)
        self._ratios = RatioReader(pack, self.clauses, self._extents)
        self._worded = WordedNumberReader(pack, self.clauses, self._changes)
        self._points = PointReader(pack, self.clauses)
        self._counts = CountReader(pack, self.clauses)
        self._money, self._ratio, self._score_unit = pack.money, pack.ratio, pack.meta.score_unit
        self._alone = lru_cache(maxsize=CACHED_CELLS)(self._read_alone)
        self._of_year = cache(lambda other: self if other == year else SentenceReader(pack, other, parts))

    @property
    def money_names(self) -> Names:
        """The names of items of money."""
        return self.clauses.money

    def kind(self, title: str) -> str:
        """Return the basis of amounts that tell none, by the title of a text."""
        return self._headings.kind(title)

    def text(
        self, passages: Iterable[tuple[int, Passage]], title: str, printed: Iterable[Claim] = ()
    ) -> Iterator[Claim]:
        """Yield the claims of a whole text in order, paragraphs by their content; `title` tells its kind, and
        what is `printed` beside them how many digits its amounts have.
        """
        read = [
            (content, passage, NormalText(passage.written.text, self.patterns.ignored))
            for content, passage in passages
        ]
        texts = [text.text for _, _, text in read]
        headings = [text.text for _, passage, text in read if passage.level]
        above = TextState(
            self.kind(title),
            self._numbers.last_digits(texts, printed),
            self._extents.distinctions(title, texts, headings),
        )
        with_claims: list[tuple[NormalText, list[Claim]]] = []
        for content, passage, text in read:
            place = paragraph_span(content, (0, len(text.source)))
            if run_in := self.patterns.run_in_heading.match(text.text):
                self._headings.read(above, run_in[0], _rank(passage), is_heading=True)
            extent = self._extents.of_paragraph(above, text.text)
            reader = self._of_year(int(extent.year[:4])) if extent.year else self
            claims, state = reader._paragraph(
                place, text, above, extent
            )  # "last year" is that before its own
            with_claims.append((text, claims))
            if any(claim.base_unit for claim in claims):
                self._parts_below.keep_open(state)
                above.main = state.last.main
                if state.last.main or not any(claim.part_of is above.only for claim in claims):
                    above.only = state.last.main if len(state.items.main) == 1 else None
            elif not self._parts_below.open_by_name(above, state.text.text):
                rank = _rank(passage)
                self._headings.read(above, state.text.text, rank, is_heading=passage.level > 0)
        yield from with_units(with_claims, self.patterns.money_in_head)

    def claims(self, place: Span, source: str) -> list[Claim]:
        """Return the claims of a paragraph or cell that stands alone, in order. Forms have the same words in
        their heads and rows, report by report: what they say is read once.
        """
        return claims_at(place, self._alone(source))

    def _read_alone(self, source: str) -> tuple[Claim, ...]:
        text, above = NormalText(source, self.patterns.ignored), TextState(self._sentences.basis, {})
        return tuple(self._paragraph(paragraph_span(0, (0, len(source))), text, above)[0])

    def _paragraph(
        self, place: Span, text: NormalText, above: TextState, extent: Extent | None = None
    ) -> tuple[list[Claim], ParagraphState]:
        self._parts_below.go_on(above, text.text)
        state = ParagraphState(place, text, above, extent)
        claims: list[Claim] = []
        for start, end in text.sentences:
            state.begin_sentence(start)
            self._headings.begin_sentence(state, text.text[start:end])
            position = start  # of the text not yet used for a number with a unit
            numbers = list(self._numbers.find(text.text, start, end, above.last_digits))
            sizes = self._rows.sizes(text.text, numbers)
            for number in numbers:
                segment = text.text[position : number.start]
                self._extents.read_words(state, segment)
                claims += self._worded.claims(state, position, segment)
                if self.patterns.factor.search(segment):
                    claims.append(self._unnamed(state, number))
                    continue
                claims.append(self._claim(state, number, segment, sizes[number.start]))
                if number.unit:
                    position, state.sentence.has_numbers = number.end, True
                    state.sentence.has_counted = number.base_unit not in (self._money, self._ratio)
                    if not state.sentence.has_counted:
                        state.amounts_until = number.end
            rest = text.text[position:end]
            self._extents.read_words(state, rest)
            claims += self._worded.claims(state, position, rest)
            self._parts.end_sentence(state, rest)
        return claims, state

    def _claim(self, state: ParagraphState, number: Number, segment: str, size: int) -> Claim:
        """Return a number as what the words before it say it is; it is the first of a row of some size, 0 if
        it is another of one.
        """
        if number.unit:
            state.sentence.go_on(segment)
            self._follow_basis(state.sentence, segment)
            self._parts.enter_or_leave(state, segment)
            self._follow_explanation(state.sentence, segment)
        claim = self._unnamed(state, number)
        if in_row := self._rows.next(state, claim, segment, size):
            return in_row
        mention = Mention(claim, segment, state.text.text, number.start, number.end)
        if number.base_unit == self._money:
            if self._changes.is_change(state, segment):
                claim = self._changes.claim(state, mention, Role.CHANGE)
            else:
                return self._amounts.claim(state, mention)
        elif number.base_unit == self._ratio:
            claim = self._percentage(state, mention)
        elif number.base_unit == self._score_unit:
            claim = self._points.claim(state, mention)
        elif number.base_unit and number.base_unit != self._sentences.points.unit:
            return self._counts.claim(state, mention)
        claim = self._rows.first(state, claim)
        is_named_rate = claim.role is Role.AMOUNT and claim.base_unit == self._ratio
        if claim.item and not is_named_rate:
            state.add(claim)
        return claim

    def _follow_basis(self, sentence: SentenceState, segment: str) -> None:
        """Take up the basis that the words right before a colon name: what follows is on that."""
        words, colon, _ = segment.rpartition(":")
        if colon and (basis := self._bases.named(words[-LAST_WORDS:])):
            sentence.basis = basis

    def _follow_explanation(self, sentence: SentenceState, segment: str) -> None:
        """Enter an explanation, and leave it where another item begins."""
        text = self.patterns.parts.sub("", segment)
        ends = [text.rfind(";"), *(found.start() for found in ITEM_NUMBER.finditer(text))]
        is_another_item = max(ends) >= 0
        text = text[max(0, *ends) :]
        explains = bool(self.patterns.explanation.search(text))
        is_another_change = bool(self.patterns.compared.match(last_clause(text)))
        goes_on = sentence.in_explanation and not is_another_item
        sentence.in_explanation = (goes_on or explains) and not is_another_change

    def _unnamed(self, state: ParagraphState, number: Number) -> Claim:
        return Claim(
            state.span(number.start, number.end),
            state.text.source_text(number.start, number.end),
            number.value,
            number.unit,
            number.base_unit,
            number.step,
            in_explanation=state.sentence.in_explanation,
            sentence=state.sentence.number,
            is_about=number.is_about,
            extent=state.sentence.extent,
            shown=number.shown,
        )

    def _percentage(self, state: ParagraphState, mention: Mention) -> Claim:
        if ratio := self._ratios.claim(state, mention) or self._changes.in_brackets(state, mention):
            return ratio
        if self.patterns.rate.search(mention.segment) and not self._ends_in_its_name(mention.head):
            return self._changes.claim(state, mention, Role.RATE)
        return self._ratios.named(mention)

    def _ends_in_its_name(self, head: str) -> bool:
        """Whether the name of a rate stands right before it, whatever words of change are in that."""
        name = self.clauses.names[self._ratio].last(head)
        return name is not None and name.end == len(head)


def _rank(passage: Passage) -> int:
    """Return a line's rank among the headings, 1 the highest, by its number or else by its style."""
    number = heading_number(passage.written.text)
    return number.rank if number else passage.level or LOWEST_RANK
