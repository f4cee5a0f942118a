"""Shape of sentences.yaml: how a finished report names, compares and explains its figures.

Patterns are regular expressions over text in normal form: no blanks, no quotes, half-width signs; only
the full-width comma stays. `{this}` and `{last}` in them stand for the two years of a report.
"""

from decimal import Decimal
from typing import Annotated

from converter.pack.shape import Pattern, Shape, TextList, groups


class Basis(Shape):
    """How the words before an amount tell on which basis it is: the first pattern found counts."""

    basis: str
    words: Pattern


class HeadingScope(Shape):
    """A scope that headings name: whose total's parts the items below them are."""

    item: str
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
    """What comes right before a number that is no amount by itself, or that belongs to another amount.

    In `share` the group `whole` is what the number is a share of, in `completion` the budget it is
    compared with. `deduction` and `score` stand before points. `departure` stands before the amount from
    which something rose (group `more`) or fell, `arrival` before the amount to which. `held` stands before
    an amount with which the one before it is compared, `of_amount` between it and the percentage. `excess`
    names in its group `against` what a change is measured from, behind the word for more or less.
    """

    departure: Pattern
    arrival: Annotated[Pattern, groups("more")]
    held: Pattern
    of_amount: Pattern
    excess: Annotated[Pattern, groups("against")]
    change: Pattern
    rate: Pattern
    share: Annotated[Pattern, groups("whole")]
    completion: Annotated[Pattern, groups("whole")]
    deduction: Pattern
    score: Pattern


class Identity(Shape):
    """An equation that the figures of a report must satisfy, over figures or, with `each`, over bases."""

    equation: str
    because: str
    each: TextList = ()
    warning: bool = False


class ForbiddenWords(Shape):
    """A pattern of words that must not be in a finished report, and what is wrong with it.

    Where it is of `blank` places, those of a paragraph or table are said together.
    """

    words: Pattern
    said: str
    warning: bool = False
    blank: bool = False


class TableWords(Shape):
    """Words in the headers and labels of tables that are no forms of the pack.

    `amount` heads a column with all of a row's amount, `ends` is how names of rows may end or not, `wholes`
    tell by a title of which item the table's total is.

    `total` names a total, `below` a row that is part of the one before, `balance` one that stands beside
    another of the same amount, `change` a difference, `rate` a rate; `completion` a rate of what is
    `done` to a budget, of which the first of `budgets` that there is counts. `splits` are parts that have
    no others beside them. Numbers under `no_amounts` are codes and the like, those under `points` are points,
    whatever the unit of the table.
    """

    amount: Pattern
    ends: Pattern
    wholes: tuple[HeadingScope, ...]
    total: Pattern
    below: Pattern
    balance: Pattern
    change: Pattern
    rate: Pattern
    completion: Pattern
    done: Pattern
    budgets: TextList
    splits: tuple[TextList, ...]
    no_amounts: Pattern
    points: Pattern


class Apart(Shape):
    """Words for a level or a month only, and those `beside` them in a text that tells of the whole, too."""

    words: Pattern
    beside: Pattern


class Gross(Shape):
    """What words behind a total mean if they name a part of it by its own name: by item, what it is then."""

    words: Pattern
    items: dict[str, str]


class Sentences(Shape):
    """The whole of sentences.yaml.

    Names: `items` are, by base unit, further names of items in running text; such a name stands for a
    whole figure id where the basis goes without saying. `undivided` are enumeration commas within a name,
    `alone` are items that words mean only by themselves, `gross` those that what follows makes others.
    `generic` are words that name no item, `no_item` words no name has. A name may have a year before or
    behind it (`any_year`), and before it what `before_name` matches; if that is a scope (its group
    `scope`), an item of `scoped` becomes another. A name of `scope_only` behind that of an item only
    tells its scope. `bases` tell the basis, `basis` is the one that goes without saying, `prior` that of
    last year; in a text of one of `kinds` the kind's goes without saying, and of last year too unless a
    figure is `settled`; below a heading of `last_year`, last year's. `within` renames parts that are
    named after a certain whole, where they mean something else; below a heading of one of `scopes` they
    are named after its item. A heading is an item's name but for `heading_end`.

    Sums: `parts` begins the parts of a whole, which `among` names; a paragraph that ends in `listed` has them
    in those after it. `series` stands before the numbers of several items named in a row, `joined` between
    two of them. `adding` begins an amount to be added to the last one, `added_up` what both
    come to, unless an amount is `taken_off` between.
    `totals` stands before a total of the amounts before it, as many as its group `count` says by
    `counts`. Things counted whose list ends in `rest` are all there are. `aside` begins an explanation whose
    amounts are no totals of an item.

    Changes: `compared` stands between what changed and what it is measured from. `reason` begins a reason for
    a change, `reason_for` one of the direction of its `word`, `contrary` are words against it. A change of at
    least `explain_from` needs a reason. `nil` says that there was nothing to compare with.

    Budgets: `remainder` is the basis of what was left of one; an amount of `funds` is a budget unless said.

    Rates: `budgets` are those that "the budget" may mean, `added` is what makes one of another.
    `completions` is the completion rate that goes with a budget, `completion` the one that goes with no
    budget named. `share` stands before the whole in the basis of a share.

    Statements: `over` are the budgets that a statement of not having gone over one (`not_over`) may rest
    on; with `every` in it, it is about all items named before. `grade` is a statement of the grade.

    `apart` are words for a level or a month, whose numbers are not those of the whole. `other_year` begins a
    sentence on a year that is neither this nor last year.

    `averages` are, by unit of what is counted, the words for what there is of money for each.

    `factor` stands before a number that others are multiplied by, `about` before one that is rounded;
    `number_units` are patterns of what follows a number, `hundredths` words before it, with the unit it is
    in. `identities` are equations over the figures of a report, `tables` are words in its tables, `residue`
    words that must not be left in it, `sections` its headings. A sentence that begins with `last_year_alone`
    and has no `this_year` names the wrong year; beside `other_years` any year may stand.
    """

    items: dict[str, dict[str, TextList]]
    generic: Pattern
    any_year: Pattern
    undivided: Pattern
    factor: Pattern
    alone: dict[str, str]
    gross: Gross
    added: str
    before_name: Annotated[Pattern, groups("scope")]
    scoped: TextList
    scope_only: TextList
    no_item: Pattern
    compared: Pattern
    kinds: tuple[Basis, ...]
    settled: Pattern
    last_year: Pattern
    scopes: tuple[HeadingScope, ...]
    heading_end: Pattern
    basis: str
    prior: str
    bases: tuple[Basis, ...]
    comparisons: tuple[Comparison, ...]
    directions: Directions
    roles: Roles
    within: dict[str, dict[str, str]]
    parts: Pattern
    listed: Pattern
    series: Pattern
    joined: Pattern
    totals: Annotated[Pattern, groups("count")]
    counts: dict[str, int]
    adding: Pattern
    added_up: Pattern
    taken_off: Pattern
    among: Annotated[Pattern, groups("whole")]
    aside: Pattern
    reason: Pattern
    contrary: Contrary
    reason_for: Annotated[Pattern, groups("word")]
    nil: Pattern
    not_over: Pattern
    every: Pattern
    over: dict[str, TextList]
    grade: Annotated[Pattern, groups("grade")]
    explain_from: Decimal
    about: Pattern
    hundredths: dict[str, str]
    averages: dict[str, Pattern]
    apart: Apart
    other_year: Pattern
    rest: Pattern
    number_units: dict[Pattern, str]
    remainder: str
    funds: Pattern
    budgets: TextList
    completions: dict[str, str]
    completion: str
    share: str
    identities: dict[str, Identity]
    tables: TableWords
    residue: dict[str, ForbiddenWords]
    last_year_alone: Pattern
    this_year: Pattern
    other_years: Pattern
    sections: dict[str, Pattern]
