"""The numbers printed in a text, with the unit that follows and the digits they show."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import ORDINAL, WRITTEN_NUMBER, written_number
from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim

HALF, ONE, HUNDRED = Decimal("0.5"), Decimal(1), Decimal(100)  # the shares of a whole add up to one
CACHED_NUMBERS = 4096  # numbers that are not read again
LENGTHS_WITHOUT_ZEROS = 4  # numbers of decimals that amounts have where no last one is a zero
FOR_EACH = "/"  # right behind an amount: it is so much for each of what follows
UNREAD = "\N{REPLACEMENT CHARACTER}"  # a sign that nobody can read: digits beside one are not all of a number
MOST_DIGITS_SHOWN = 30  # a longer row of digits is no amount
_RUN = rf"\d{{1,{MOST_DIGITS_SHOWN}}}"
_DIGITS = (
    rf"(?P<sign>[-+])?(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,10}}(?:\.{_RUN})?|{_RUN}(?:\.{_RUN})?)"
    rf"(?![\d.]{{0,{MOST_DIGITS_SHOWN}}}\d|{UNREAD}\d)"
)

LastDigits = Mapping[str, Decimal]
"""One in the last digit that amounts of a unit are exact to, by unit, in its base unit."""


class Number(Struct, frozen=True):
    """A number in a normal text, from `start` up to `end`, its unit included.

    `value` is in `base_unit`, signed only if a sign is printed; `step` is one in the last digit that it is
    exact to, `shown` in the last one printed. `unit` and `base_unit` are '' if no unit follows. `is_about`:
    whether a word says that it is but near the amount.
    """

    start: int
    end: int
    value: Value
    unit: str
    base_unit: str
    step: Decimal
    shown: Decimal
    is_about: bool = False


class NumberFinder:
    """Finds numbers by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded, self._money = pack.units, (pack.money, pack.ratio), pack.money
        self._read = lru_cache(maxsize=CACHED_NUMBERS)(self._read_anew)
        self._about = re.compile(f"(?:{pack.sentences.about})$")
        patterns = enumerate(pack.sentences.number_units)
        units = "|".join(f"(?P<u{nth}>{pattern})" for nth, pattern in patterns)
        self._unit_of = {f"u{nth}": name for nth, name in enumerate(pack.sentences.number_units.values())}
        self._hundredths = pack.sentences.hundredths
        before = "|".join(map(re.escape, self._hundredths))
        self._beginning = re.compile(rf"[-+\d{''.join(re.escape(words[0]) for words in self._hundredths)}]")
        self._pattern = re.compile(
            rf"(?<![\d.A-Za-z{UNREAD}])(?P<before>{before})?{_DIGITS}(?:{units})?|(?P<word>{before})(?P<written>{WRITTEN_NUMBER})"
        )

    def find(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        last_digits: LastDigits = MappingProxyType({}),
    ) -> Iterator[Number]:
        """Yield the numbers of a normal text from `start` up to `end`.

        They are as exact as their digits say or, unless a word says "about", as the `last_digits` of their
        unit: beside cents, a whole number is one of cents. What tells an order counts nothing.
        """
        position, end = start, len(text) if end is None else end
        while beginning := self._beginning.search(text, position, end):  # takes a tenth of seeking a number
            found = self._pattern.match(text, beginning.start(), end)
            position = (found or beginning).end()
            if not found:
                continue
            unit = self._unit_of.get(found.lastgroup or "", "")
            unit = self._hundredths.get(found["before"] or found["word"], unit)
            if text[max(0, found.start() - 1) : found.start()] == ORDINAL:
                unit, position = "", found.end("digits")
            is_about = bool(self._about.search(text, max(0, found.start() - 2), found.start()))
            number = self._number(found, unit, None if is_about else last_digits.get(unit))
            yield replace(number, is_about=True) if is_about else number

    def last_digits(self, texts: Iterable[str], printed: Iterable[Claim] = ()) -> LastDigits:
        """Return the last digit, by unit of money, that at least half of the amounts in texts show, and of
        those `printed` beside them.

        Where amounts leave out zeros at the end, it is that of the longest. One of a single digit does not
        count: it may have its decimals because it is so little.
        """
        steps: dict[str, Counter[Decimal]] = {}
        with_zeros: set[str] = set()
        in_texts: Iterable[Number | Claim] = (number for text in texts for number in self.find(text))
        for number in chain(in_texts, printed):
            if number.base_unit == self._money and _shows_its_digits(number):
                steps.setdefault(number.unit, Counter())[number.step] += 1
                if self._ends_in_zero(number):
                    with_zeros.add(number.unit)
        found = {unit: min(counts) for unit, counts in steps.items()}
        bare = {
            unit for unit in steps if unit not in with_zeros and len(steps[unit]) >= LENGTHS_WITHOUT_ZEROS
        }
        return {
            unit: step
            for unit, step in found.items()
            if unit in bare or 2 * steps[unit][step] >= steps[unit].total() > 1
        }

    def _number(self, found: re.Match[str], unit: str, last_digit: Decimal | None) -> Number:
        written, digits = found["written"], found["digits"]
        printed = written_number(written) if written else (found["sign"] or "") + digits.replace(",", "")
        value, base, step, shown = self._read(printed, unit, last_digit)
        end = found.end() if unit else found.end("digits")
        return Number(found.start(), end, value, unit, base, step, shown)

    def _ends_in_zero(self, number: Number | Claim) -> bool:
        """Whether the last decimal of an amount of money is a zero."""
        has_decimals = number.step < self._units[number.unit].scale
        return has_decimals and not (number.value.amount or 0) % (10 * number.step)

    def _read_anew(
        self, printed: str, unit: str, last_digit: Decimal | None
    ) -> tuple[Value, str, Decimal, Decimal]:
        """Return the value, the base unit and the steps of a number as it is printed."""
        known = self._units.get(unit)
        scale = known.scale if known else Decimal(1)
        amount = Decimal(printed) * scale
        shown = Decimal(1).scaleb(-len(printed.partition(".")[2])) * scale
        step = shown if last_digit is None else min(shown, last_digit)
        exact = not amount or (known is not None and known.digits == 0 and known.scale == 1)
        base = known.base if known else ""
        is_rounded = base in self._rounded or scale > 1
        error = Decimal(0) if exact or not is_rounded else step * HALF
        return Value(amount, error), base, step, shown


def _shows_its_digits(number: Number | Claim) -> bool:
    return number.value.amount is not None and abs(number.value.amount) >= 10 * number.step
