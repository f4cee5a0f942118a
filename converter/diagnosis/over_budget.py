"""Whether an item is over its budget: for texts that say it is not."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from converter import messages
from converter.figures import Figure, basis_of, item_of


class OverBudget(Struct, frozen=True):
    """What was spent on an item, and the budget that it exceeds."""

    spent: Figure
    budget: Figure

    @property
    def text(self) -> str:
        """In words, that the item is over its budget though a text says it is not."""
        spent, budget = basis_of(self.spent.id), basis_of(self.budget.id)
        return messages.diagnosis.OVER_BUDGET.format(item=item_of(self.spent.id), spent=spent, budget=budget)


def over_budget(
    item: str, budgets: Mapping[str, Iterable[str]], find: Callable[[str], Figure | None]
) -> OverBudget | None:
    """Return what was spent on an item and the budget it exceeds; None if it does not, or one is not known.

    `budgets` lists, for each basis on which spending may be known, those of its budgets: the first known
    counts.
    """
    for basis, candidates in budgets.items():
        spent, found = find(f"{item}.{basis}"), (find(f"{item}.{budget}") for budget in candidates)
        budget = next((figure for figure in found if figure and figure.value is not None), None)
        if spent and budget and spent.value is not None and budget.value is not None:
            return OverBudget(spent, budget) if spent.value > budget.value else None
    return None
