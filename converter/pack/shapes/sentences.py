"""Shape of sentences.yaml: how a finished report names, compares and explains its figures."""

from decimal import Decimal
from typing import Annotated

from converter.pack.shapes.sentence_words import (
    Basis,
    Comparison,
    Contrary,
    Directions,
    ExtentWords,
    Flows,
    ForbiddenWords,
    Gross,
    HeadingScope,
    Identity,
    PointWords,
    Roles,
    TableWords,
)
from converter.pack.shapes.shape import Pattern, Shape, TextList, groups


class Sentences(Shape):
    """The whole of sentences.yaml.

    What an item is called:
    - `items`: by base unit, further names of items in running text; one may stand for a whole figure id,
      where a text tells no basis.
    - `ignored`: what is not read at all, such as enumeration commas within a name; `alone`: items that words
      mean only by themselves;
      `of_department`: those that an amount said of one activity is never of, which no words of a `view` are;
      `counted`: a number of what an activity did;
      `opposites`: behind which of such words what stands against them is meant ('': against the one before);
      `side`: words for income or expenditure alone, and `sides`, what each stands against;
      `gross`: names that what follows makes others; `generic`: words that name no item; `no_item`: words that
      no name has.
    - `any_year`: a year, before a name or behind it; `before_name`: what may stand before one. If that is a
      scope (its group `scope`), an item of `scoped` becomes another. A name of `scope_only` behind that of an
      item only tells its scope.
    - `within`: names of parts of a certain whole, where they mean something else; so they do below a heading
      of one of `scopes`. A heading is an item's name except for `heading_end`; a
      `run_in_heading` stands before its first paragraph.

    On which basis an amount is:
    - `bases`: the words for each; `basis`: the one where no word tells it; `prior`: what makes it last
      year's.
    - `kinds`: titles of texts that have another, and last year's of it too, unless a figure is said to be
      `of_accounts`.
    - `extent`: words for another year, a level or a month, whose numbers are not those of the whole;
      `other_year`: begins a sentence on a year that is neither this nor last year.
    - `budgets`: those that "the budget" may mean; `adjustment`: what makes one of another; `funds`: an amount
      that is a budget unless said; `remainder`: the basis of what was left of one.

    What belongs together:
    - `parts`: begins the parts of a whole, which `among` names; `parts_below`: ends a paragraph that has them
      in those below. `rest` ends a list of things counted that are all there are, `all_parts` begins such
      parts; so are those of which all names of one of `in_full` are told. `of_so_much` begins those of the
      amount right before it; what is `of_level` is that of the level of government in its group.
    - `series`: before the numbers of several items named in a row; `joined`: between two of them.
    - `totals`: before a total of the amounts before it, as many as its group `count` says by `counts`.
    - `adding`: begins an amount to be added to the last one; `added_up`: their sum, unless one is
      `taken_off`; so is `whole_of_added`, behind an amount that is added.
    - `flows`: what was spent and what was left.
    - `explanation`: begins an explanation, whose amounts are no totals of an item; `purpose`: begins what
      money is used for.

    How much something changed, and what share it has:
    - `compared`: between what changed and what it is measured from, which `compared_end` ends;
      `comparisons`: the bases that may be;
      `directions`: words for more and less; `nil`: that there was nothing to compare
      with; `unspent`, behind a name, that there is nothing of it now.
    - `reason`: begins a reason for a change, which one of at least `explain_from` needs; `reason_for`: one of
      the direction of its `word`; `contrary`: words against it.
    - `completions`: the completion rate that goes with a budget; `completion`: with none named.
    - `share`: before the whole in the basis of a share; `averages`: by unit of what is counted, the words for
      what there is of money for each; `points`: by how much two percentages differ.
    - `for_each`: before so much for each `unit`, which is no amount of anything; `each_period`: says that it
      is for a time; `each_of`: behind several
      names, before what each of them has.

    What a number is:
    - `roles`: what comes before one that is no amount by itself; `number_units`: what follows one;
      `hundredths`: words before it, with the unit it is in.
    - `factor`: before one that others are multiplied by; `about`: before one that is rounded;
      `threshold`: before one that something else is only more or less than.

    What must hold, or must not be there:
    - `identities`: equations over the figures of a report; `tables`: words in its tables.
    - `over`: the budgets that a statement of not having gone over one (`not_over`) may rest on; with `every`
      in it, it is about all items named before. `grade`: a statement of the grade.
    - `residue`: words that must not be left in it; `sections`: its headings, asked of a
      text with an `outlined` title. A title `of_government`, and a line `to_congress`, are of a report in
      which nobody but a person can tell for sure which numbers must agree.
    - `last_year_alone`: begins a sentence that names the wrong year, unless there is a `this_year` in it;
      a year of `years_allowed` is meant. `completed_budget`: names the `year` whose budget is completed.
    """

    items: dict[str, dict[str, TextList]]
    ignored: Pattern
    alone: dict[str, str]
    of_department: TextList
    view: Pattern
    counted: Pattern
    opposites: dict[str, str]
    side: Pattern
    sides: dict[str, str]
    gross: Gross
    generic: Pattern
    no_item: Pattern
    any_year: Pattern
    before_name: Annotated[Pattern, groups("scope")]
    scoped: TextList
    scope_only: TextList
    within: dict[str, dict[str, str]]
    scopes: tuple[HeadingScope, ...]
    heading_end: Pattern
    run_in_heading: Pattern
    bases: tuple[Basis, ...]
    basis: str
    prior: str
    kinds: tuple[Basis, ...]
    of_accounts: Pattern
    extent: ExtentWords
    other_year: Pattern
    budgets: TextList
    adjustment: str
    funds: Pattern
    remainder: str
    parts: Pattern
    among: Annotated[Pattern, groups("whole")]
    parts_below: Pattern
    rest: Pattern
    all_parts: Pattern
    in_full: tuple[TextList, ...]
    of_so_much: Pattern
    of_level: Pattern
    series: Pattern
    joined: Pattern
    totals: Annotated[Pattern, groups("count")]
    counts: dict[str, int]
    adding: Pattern
    added_up: Pattern
    whole_of_added: Pattern
    taken_off: Pattern
    flows: Flows
    explanation: Pattern
    purpose: Pattern
    compared: Pattern
    compared_end: Pattern
    comparisons: tuple[Comparison, ...]
    directions: Directions
    nil: Pattern
    unspent: Pattern
    reason: Pattern
    explain_from: Decimal
    reason_for: Annotated[Pattern, groups("word")]
    contrary: Contrary
    completions: dict[str, str]
    completion: str
    share: str
    averages: dict[str, Pattern]
    for_each: Annotated[Pattern, groups("unit")]
    each_of: Pattern
    each_period: Pattern
    points: PointWords
    roles: Roles
    number_units: dict[Pattern, str]
    hundredths: dict[str, str]
    factor: Pattern
    about: Pattern
    threshold: Pattern
    identities: dict[str, Identity]
    tables: TableWords
    over: dict[str, TextList]
    not_over: Pattern
    every: Pattern
    grade: Annotated[Pattern, groups("grade")]
    residue: dict[str, ForbiddenWords]
    sections: dict[str, Pattern]
    outlined: Pattern
    of_government: Pattern
    to_congress: Pattern
    last_year_alone: Pattern
    this_year: Pattern
    years_allowed: Pattern
    completed_budget: Pattern
