"""Shape of sentences.yaml: how a finished report names, compares and explains its figures.

Patterns are regular expressions over text in normal form: no blanks, no quotes, half-width signs; only
the full-width comma stays. `{this}` and `{last}` in them stand for the two years of a report.
"""

from decimal import Decimal

from converter.pack.shape import Pattern, Shape, TextList


class Basis(Shape):
    """How the words before an amount tell on which basis it is: the first pattern found counts."""

    basis: str
    words: Pattern


class Comparison(Shape):
    """A basis figures are compared with: how it is worded, and the bases of the change and of its rate."""

    against: str
    words: Pattern
    change: str
    rate: str


class Contrary(Shape):
    """Words of a reason that go against an increase, and against a decrease."""

    more: Pattern
    less: Pattern


class Directions(Shape):
    """Words for more, for less, and for no change at all."""

    more: Pattern
    less: Pattern
    same: Pattern


class Roles(Shape):
    """What stands right before a number that is not a plain amount.

    In `share` the group `whole` is what the number is a share of, in `completion` the group `whole`
    is the budget it is held against. `deduction` and `score` are for points. `departure` stands before
    an amount from which, and `arrival` behind it before that to which something rose (group `more`) or
    fell. `held` stands before an amount that the one before is held against, `of_amount` between it and
    the percentage.
    """

    departure: Pattern
    arrival: Pattern
    held: Pattern
    of_amount: Pattern
    change: Pattern
    rate: Pattern
    share: Pattern
    completion: Pattern
    deduction: Pattern
    score: Pattern


class Identity(Shape):
    """An equation that the figures of a report must satisfy, over figures or, with `each`, over bases."""

    equation: str
    because: str
    each: TextList = ()
    warning: bool = False


class ForbiddenWords(Shape):
    """A pattern of words that must not stand in a finished report, and what is wrong with it."""

    words: Pattern
    said: str
    warning: bool = False


class Sentences(Shape):
    """The whole of sentences.yaml.

    `items` are, by base unit, further names of items in running text (a whole figure id where the basis
    goes without saying); `generic` are words that name no item of their own. `within` renames the parts
    named after a certain whole, where they are on another footing. `aside` begins an explanation whose
    amounts are not totals of an item; `reason` a reason for a change; `nil` says that there was nothing
    to compare with; `parts` begins the parts of a whole, `among` names it; `totals` stands before a total of
    the amounts before it, as many as its group `count` says by `counts`. A change of at least `explain_from`
    needs a reason. `number_units` are patterns of what follows a number, with the unit it is in; `relations`
    what each basis of an item is reckoned from, by each formula, and `alternatives` those of which one will
    do; `completions` the completion rate that goes with a budget, `completion` the one that goes with none
    named; `share` stands before the whole in the basis of a share; `over` lists the budgets a statement
    of not having gone over may rest on, which is about all told of before if `every` stands in it. A sentence
    that begins with `last_year_alone` and has no `this_year` names the wrong year; beside `other_years` any
    year may stand.
    """

    items: dict[str, dict[str, TextList]]
    generic: Pattern
    basis: str
    prior: str
    bases: tuple[Basis, ...]
    comparisons: tuple[Comparison, ...]
    directions: Directions
    roles: Roles
    within: dict[str, dict[str, str]]
    parts: Pattern
    totals: Pattern
    counts: dict[str, int]
    among: Pattern
    aside: Pattern
    reason: Pattern
    contrary: Contrary
    nil: Pattern
    not_over: Pattern
    every: Pattern
    over: dict[str, TextList]
    grade: Pattern
    explain_from: Decimal
    number_units: dict[Pattern, str]
    relations: dict[str, TextList]
    alternatives: dict[str, TextList]
    completions: dict[str, str]
    completion: str
    share: str
    identities: dict[str, Identity]
    residue: dict[str, ForbiddenWords]
    last_year_alone: Pattern
    this_year: Pattern
    other_years: Pattern
    sections: dict[str, Pattern]
