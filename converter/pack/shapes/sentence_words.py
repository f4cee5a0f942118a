"""Shapes of the words in sentences.yaml: for bases, comparisons, roles, tables.

Patterns are regular expressions over text in normal form: no blanks, no quotes, half-width signs; only
the full-width comma stays. `{this}` and `{last}` in them stand for the two years of a report.
"""

from typing import Annotated

from converter.pack.shapes.shape import Pattern, Shape, TextList, groups


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
    """Words of a reason that go against an increase, a decrease, any amount, and no change: the last are
    looked for in each clause by itself; clauses with words `aside` are about other years. What a clause
    names rose (the group `more`) or fell if it `ends` so; with words that may be `raising` or `lowering` a
    reason goes against no increase, or no decrease.
    """

    more: Pattern
    less: Pattern
    some: Pattern
    same: Pattern
    aside: Pattern
    ends: Annotated[Pattern, groups("more")]
    raising: Pattern
    lowering: Pattern


class Directions(Shape):
    """Words for more, for less, and for no change at all.

    `told`: that something rose or fell without saying by how much, against what in the group `compared`, with
    the group `more` if it rose; not what is only `hoped`. `own`: before the name of what did, words for the
    department itself. `of_budget`: words for more or less that are only said of a budget.
    """

    more: Pattern
    less: Pattern
    told: Pattern
    own: Pattern
    hoped: Pattern
    of_budget: Pattern
    same: Pattern


class Roles(Shape):
    """What comes right before a number that is no amount by itself, or that belongs to another amount.

    - `departure`: before the amount from which something rose or fell; `arrival`: before the one to which, in
      the group `more` if it rose.
    - `set_against`: before an amount with which the one before it is compared; `of_amount`: between that and
      the percentage.
    - `change`, `rate`: before a change by an amount, or at a rate; `excess`: the same where the words for
      what it is measured from, the group `against`, stand behind those for more or less. `adjusted`: before a
      change of the budget of what these words name.
    - `share`: before a share of what is in the group `whole`; `completion`: before the completion of the
      budget that is there.
    - `deduction`, `score`: before points; `scored`: behind those in full, before those scored.
    """

    departure: Pattern
    arrival: Annotated[Pattern, groups("more")]
    set_against: Pattern
    of_amount: Pattern
    excess: Annotated[Pattern, groups("against")]
    change: Pattern
    adjusted: Pattern
    rate: Pattern
    share: Annotated[Pattern, groups("whole")]
    completion: Annotated[Pattern, groups("whole")]
    deduction: Pattern
    score: Pattern
    scored: Pattern


class Identity(Shape):
    """An equation that the figures of a report must satisfy, over figures or, with `each`, over bases."""

    equation: str
    rule: str
    each: TextList = ()
    warning: bool = False


class ForbiddenWords(Shape):
    """A pattern of words that must not be in a finished report, and what is wrong with it.

    Where it is of `blank` places, those of a paragraph or table are said together.
    """

    words: Pattern
    message: str
    warning: bool = False
    blank: bool = False


class TableWords(Shape):
    """Words in the headers and labels of tables that are no forms of the pack.

    `amount` heads a column with all of a row's amount, `ends` is how names of rows may end or not, `wholes`
    tell by a title of which item the table's total is.

    `total` names a total, `below` a row that is part of the one before, `balance` one that stands beside
    another of the same amount, `change` a difference, `rate` a rate, `share` one of a total; `completion` a
    rate of what is `done` to a budget, of which the first of `budgets` that there is counts. `prior` is a
    time before that of other columns; behind `against` stands what a column is compared to; where
    `comparable` stands, what cannot be compared was left out.

    `splits` are parts that have no others beside them, `least` wholes that have only some of each item.
    Numbers under `no_amounts` are codes and the like, those under `points` are points, whatever the unit of
    the table: `full_points` are the most there can be, `earned_points` those that were given. Those under
    `counts` are in no unit of it; those under `unlike` are of something else in each row: none is added up.
    """

    amount: Pattern
    ends: Pattern
    wholes: tuple[HeadingScope, ...]
    total: Pattern
    below: Pattern
    balance: Pattern
    change: Pattern
    rate: Pattern
    share: Pattern
    completion: Pattern
    done: Pattern
    budgets: TextList
    prior: Pattern
    comparable: Pattern
    against: Pattern
    splits: tuple[TextList, ...]
    least: TextList
    no_amounts: Pattern
    points: Pattern
    full_points: Pattern
    earned_points: Pattern
    counts: Pattern
    unlike: Pattern

    @property
    def heads(self) -> Pattern:
        """What matches a head of some column of numbers."""
        told = (self.points, self.unlike, self.rate, self.amount, self.done, self.change, *self.budgets)
        return "|".join(told)


class ExtentWords(Shape):
    """Words for what else than all of the report's year a number is of.

    - `level`: a level of government or a part of the year; `whole`: not only that, in a text that tells both.
      Words that match `before` may stand before either in its clause.
    - `less`: what the numbers behind leave out; `year`: another one, in a heading, and `period`: a part
      of one; `begins`: the year that a paragraph begins with; `report`: ends the title of an annexed report.
    - `budget_unit`: a heading that is all the name of one; what is below it is of that alone.
    """

    before: Pattern
    level: Pattern
    whole: Pattern
    less: Pattern
    year: Annotated[Pattern, groups("year")]
    begins: Annotated[Pattern, groups("year")]
    report: Pattern
    budget_unit: Pattern
    period: Pattern


class PointWords(Shape):
    """How it is told by how much two percentages differ: in which unit, what may stand `between` the second
    one and that, and what stands before the second one where it is compared with the first.
    """

    unit: str
    between: Pattern
    compared: Pattern


class Gross(Shape):
    """Words behind an amount that name a part of it by the amount's own item: what that item then means, by
    item.
    """

    words: Pattern
    items: dict[str, str]


class Flows(Shape):
    """What stands before amounts that were `spent` or passed on, and before what was `left` after that, or
    `rolled` on from year to year, of which an `opening` amount is a part; before what was `saved` of a plan,
    and the rate of that (`saving_rate`); `rate_name` finds what any rate is called after.
    """

    spent: Pattern
    left: Pattern
    rolled: Pattern
    opening: Pattern
    saved: Pattern
    saving_rate: Pattern
    rate_name: Pattern
