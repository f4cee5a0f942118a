"""What becomes of each cell of the supplement: every fact is asked for once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.figures import half_up
from converter.pack import Pack, SupplementEntry, known_ids, read_ids
from converter.supplement.prefill import Prefill, Prefilled, Standing
from converter.workbooks.write import EntryCell, EntryKind, InputCheck, Tone, number_format

DIGITS = 2  # of an amount computed from others; others are written as they were read
_WORDS = {
    Standing.KNOWN: messages.workbooks.IS_KNOWN,
    Standing.CONFIRM: messages.workbooks.IS_TO_CONFIRM,
    Standing.FILED: messages.workbooks.IS_FILED,
    Standing.WRONG: messages.workbooks.IS_WRONG,
}
_TONES = {
    Standing.KNOWN: Tone.DIM,
    Standing.NEEDLESS: Tone.DIM,
    Standing.CONFIRM: Tone.WARN,
    Standing.FILED: Tone.GOOD,
    Standing.WRONG: Tone.BAD,
}


class Question(Struct, frozen=True):
    """A cell of the supplement: the figure or text it is for, in a `unit`. `instead` is a figure it may be
    computed from, `need` what a blank one is; `is_needless` if there is none of what it asks for.
    """

    target: str
    unit: str = ""
    is_number: bool = False
    instead: str = ""
    entry: SupplementEntry = SupplementEntry(label="", target="")
    need: str = "required"
    is_needless: bool = False


class Asked(Struct, frozen=True):
    """A cell as it is written, its standing, the same in words, and whether it is read only if changed.

    Where `words` name a cell, `brief` has only its `file`.
    """

    cell: EntryCell
    standing: Standing
    words: str
    is_recorded: bool
    brief: str = ""
    file: str = ""


class Questionnaire:
    """Asks for one fact after the other, in the order of the sheets; `counts` how many cells became what."""

    def __init__(self, pack: Pack, known: Prefilled) -> None:
        self._pack, self._known = pack, known
        self._read, self._computed = read_ids(pack), known_ids(pack)
        self._asked: dict[str, str] = {}
        self._identity = (pack.meta.texts.department, pack.meta.texts.year)
        self.counts: dict[str, Counter[Standing]] = {}

    def ask(self, question: Question, sheet: str) -> Asked:
        """Return the cell for a question on a sheet."""
        prefill = self._prefill(question)
        if prefill and prefill.standing is Standing.KNOWN:
            asked = self._cell(question, prefill)
        else:
            asked = self._unasked(question) or (
                self._cell(question, prefill) if prefill else self._blank(question)
            )
        self._asked.setdefault(question.target, sheet)
        self.counts.setdefault(sheet, Counter())[asked.standing] += 1
        return asked

    def is_denied(self, question: Question) -> bool:
        """Return whether the department says that there is none of this."""
        filed = self._known.prefills.get(question.target)
        if not question.is_number or filed is None or filed.standing is not Standing.FILED:
            return False
        return filed.value == 0 or isinstance(filed.value, str)

    def _unasked(self, question: Question) -> Asked | None:
        """Return a cell that is not asked for: there is nothing to say, or its fact is on a sheet before."""
        if question.is_needless:
            return _said(messages.workbooks.NEEDLESS, messages.workbooks.IS_DENIED)
        if question.entry.unless_nil and self._known.is_nil(question.entry.unless_nil):
            return _said(messages.workbooks.NEEDLESS, messages.workbooks.IS_UNCHANGED)
        sheet = self._asked.get(question.target) or self._asked.get(question.instead)
        return _said(messages.workbooks.ASKED_ELSEWHERE.format(sheet=sheet)) if sheet else None

    def _prefill(self, question: Question) -> Prefill | None:
        """Return what is known of a fact; of the figure it may be computed from only what tables tell."""
        own, other = map(self._known.prefills.get, (question.target, question.instead))
        return own or (other if other and other.standing is Standing.KNOWN else None)

    def _cell(self, question: Question, prefill: Prefill) -> Asked:
        words, check = _WORDS[prefill.standing].format(source=prefill.source), _check(question)
        prompt = ""
        if prefill.standing is Standing.KNOWN:
            prompt = messages.workbooks.PROMPT_KNOWN.format(source=words)
        elif prefill.standing is Standing.CONFIRM:
            confirmed = messages.workbooks.CONFIRMED
            prompt = messages.workbooks.PROMPT_CONFIRM.format(source=words, confirmed=confirmed)
        cell = EntryCell(
            self._value(question, prefill),
            _kind(question),
            tone=_TONES.get(prefill.standing),
            check=InputCheck(check.choices, check.least, check.most, prompt or check.prompt),
            format=self._format(question),
        )
        is_said = prefill.standing in (Standing.FILED, Standing.WRONG)
        is_recorded = not is_said and question.target not in self._identity
        return Asked(cell, prefill.standing, words, is_recorded, _WORDS[prefill.standing], prefill.file)

    def _value(self, question: Question, prefill: Prefill) -> str | Decimal:
        """Return what is written: an amount in the cell's unit."""
        value = prefill.value
        if isinstance(value, Decimal) and question.unit:
            scaled = value / self._pack.units[question.unit].scale
            return scaled if prefill.file else half_up(scaled, DIGITS)
        return value

    def _format(self, question: Question) -> str:
        """Return the number format of a unit, '' for words."""
        return number_format(self._pack.units[question.unit].digits) if question.unit else ""

    def _blank(self, question: Question) -> Asked:
        if question.is_number and question.instead in self._computed - self._read:
            return _said(messages.workbooks.COMPUTED_CELL, messages.workbooks.IS_COMPUTED)
        is_sure = self._known.is_known(question.entry.unless_nil)  # that there is something to say
        need = "required" if is_sure else question.need
        standing = Standing.TO_FILL if need == "required" else Standing.OPTIONAL
        lines = 1 if question.is_number else 2
        cell = EntryCell(
            None, _kind(question), check=_check(question), lines=lines, format=self._format(question)
        )
        return Asked(cell, standing, messages.workbooks.NEEDS[need], is_recorded=False)


def standing_words(asked: Sequence[Asked], columns: Sequence[str]) -> str:
    """Return in words what becomes of the cells of a row; where it differs, under which of `columns`."""
    by_words: dict[str, list[str]] = {}
    for column, each in zip(columns, asked, strict=True):
        by_words.setdefault(each.words, []).append(column)
    if len(by_words) == 1:
        return next(iter(by_words))
    return messages.phrases.THEN.join(
        messages.workbooks.OF_COLUMNS.format(columns=messages.phrases.AND.join(of), standing=words)
        for words, of in by_words.items()
    )


def brief_words(asked: Iterable[Asked]) -> str:
    """Return in few words what becomes of the cells of a row, and from which files."""
    by_words: dict[str, dict[str, None]] = {}
    for each in asked:
        files = by_words.setdefault(each.brief if each.file else each.words, {})
        files |= {each.file: None} if each.file else {}
    return messages.phrases.THEN.join(
        words.format(source=messages.workbooks.FROM_FILE.format(file=messages.phrases.AND.join(files)))
        for words, files in by_words.items()
    )


def _said(text: str, words: str = "") -> Asked:
    """Return a cell that only says why nothing is asked; what a person writes over it is read."""
    cell = EntryCell(text, EntryKind.COMPUTED, tone=Tone.DIM)
    return Asked(cell, Standing.NEEDLESS, words or text, is_recorded=True)


def _kind(question: Question) -> EntryKind:
    return EntryKind.NUMBER if question.is_number else EntryKind.TEXT


def _check(question: Question) -> InputCheck:
    """Return what may be entered: a choice, a number of a range, any amount; anything for texts.

    So in a table of the report, too, and where else words may stand in place of a figure.
    """
    entry = question.entry
    prompt = messages.phrases.THEN.join(filter(None, (entry.tip, example_of(entry))))
    if entry.choices:
        return InputCheck(choices=entry.choices, prompt=prompt)
    if not entry.may_not_apply and (entry.least or (question.is_number and entry.label)):
        most = entry.most or messages.workbooks.GREATEST_AMOUNT
        return InputCheck(
            least=entry.least or f"-{messages.workbooks.GREATEST_AMOUNT}", most=most, prompt=prompt
        )
    return InputCheck(prompt=prompt)


def example_of(entry: SupplementEntry) -> str:
    """Return an entry's example in words, '' if it has none."""
    return messages.workbooks.EXAMPLE.format(example=entry.example) if entry.example else ""
