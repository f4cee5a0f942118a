"""Shape of sentences.yaml: how a finished report names, compares and explains its figures."""

from decimal import Decimal
from typing import Annotated

from converter.pack.sentence_words import (
    Apart,
    Basis,
    Comparison,
    Contrary,
    Directions,
    Flows,
    ForbiddenWords,
    Gross,
    HeadingScope,
    Identity,
    Roles,
    TableWords,
)
from converter.pack.shape import Pattern, Shape, TextList, groups


class Sentences(Shape):
    """The whole of sentences.yaml.

    Names: `items` are, by base unit, further names of items in running text; such a name stands for a
    whole figure id where the basis goes without saying. `undivided` are enumeration commas within a name,
    `alone` are items that words mean only by themselves, but behind one of `opposites` what stands against it
    ('': what stands against the one before), `gross` those that what follows makes others. `generic` are
    words that name no item, `no_item` words no name has. A name may have a year before or
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
    `counts`. Things counted whose list ends in `rest` are all there are, and so are parts behind `all_parts`.
    `flows` tells what was spent and what was left. `aside` begins an explanation whose amounts are no totals
    of an item.

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
    opposites: dict[str, str]
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
    flows: Flows
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
    all_parts: Pattern
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
