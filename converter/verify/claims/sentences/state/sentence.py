"""What holds within one sentence only: what it is about, and what its words have begun."""

from msgspec import Struct, field

from converter.pack import Comparison
from converter.verify.claims.claim import Claim
from converter.verify.claims.extent import Extent
from converter.verify.claims.sentences.phrases import NamedItem


class ItemsInOrder(Struct):
    """Items that are stated in a row, before their numbers in the same order; `basis` is that of the
    first.
    """

    items: tuple[NamedItem | None, ...] = ()
    taken: int = 0
    basis: str = ""

    def take(self) -> NamedItem | None:
        """Return the item of the next number, None if there is none."""
        item = self.items[self.taken] if self.taken < len(self.items) else None
        self.taken += 1
        return item

    def take_first(self) -> NamedItem | None:
        """Return the item of a number that is the first of its row."""
        self.taken = 0
        return self.take()


class Addition(Struct, frozen=True):
    """Amounts that a sentence says are added, and those before that they may be added to."""

    added: tuple[Claim, ...] = ()
    added_to: tuple[Claim, ...] = ()


class Quotient(Struct, frozen=True):
    """An amount that the one after it only serves to measure: A in "A is ... of B"."""

    dividend: Claim | None


class Begun(Struct):
    """What the words of a sentence have begun and a later number of it ends.

    - `series`: items stated in a row, whose numbers follow; `in_turn` if words say that the next ones are of
      several, `of_several` if they are more than one, `row` the first of those that are no amounts.
    - `addition`: what is added to an amount; the total follows.
    - `quotient`: an amount set against another; the percentage follows.
    - `starting_amount`: an amount that is said to have risen or fallen; what to, follows.
    - `full_points_of`: the words for what the points in full were given of; those scored follow.
    """

    series: ItemsInOrder = field(default_factory=ItemsInOrder)
    in_turn: bool = False
    of_several: bool = False
    row: Claim | None = None
    addition: Addition = Addition()
    quotient: Quotient | None = None
    starting_amount: Claim | None = None
    full_points_of: str = ""


class SentenceState:
    """What holds for the next number of a sentence, until it ends.

    - `number`: a number greater than that of the sentences before; `start`: where it begins.
    - `basis`: the basis of amounts that tell none; `comparison`: what changes that do not tell compare with.
    - `whole_item`: the item the sentence says it speaks of parts of ("among X, ...").
    - `extent`: in which it speaks now; `is_of_other_year`: whether of neither this nor last year.
    - `in_explanation`: whether an explanation has begun.
    - `amounts`: all amounts so far, `stretch` how many before its last semicolon; `has_numbers`: whether
      there was any number with a unit; `has_counted`: whether the last one counts persons or things.
    - `activity`: the activity that it says its amounts are of, '' if it tells none.
    - `begun`: what its words have begun.
    """

    def __init__(self, number: int, start: int, basis: str, extent: Extent) -> None:
        self.number, self.start, self.extent = number, start, extent
        self.basis = basis
        self.comparison: Comparison | None = None
        self.whole_item = ""
        self.is_of_other_year = False
        self.in_explanation = False
        self.amounts: list[Claim] = []
        self.stretch = 0
        self.has_numbers = self.has_counted = False
        self.activity = ""
        self.begun = Begun()

    def go_on(self, segment: str) -> None:
        """Say that some words follow: a semicolon among them ends what the amounts so far are stated of."""
        if ";" in segment:
            self.stretch = len(self.amounts)
