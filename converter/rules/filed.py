"""Tell a figure that was left out from one whose table was never filed."""

from collections.abc import Iterable

from converter.figures import Ledger
from converter.pack import Pack
from converter.pack.vocabulary import givers
from converter.rules.expression import Name
from converter.rules.measures import Formula


class Filed:
    """Knows which forms can give a figure, directly or through formulas."""

    def __init__(self, pack: Pack, formulas: Iterable[Formula]) -> None:
        self._prior = pack.meta.prior
        self._givers = givers(pack)
        for formula in formulas:
            inputs = (self._givers.get(each, frozenset()) for each in formula.inputs())
            self._givers[formula.id] = self._givers.get(formula.id, frozenset()).union(*inputs)

    def could_give(self, name: Name, ledger: Ledger) -> bool:
        """Whether any form that gives the figure was filed, or no form does (so none can be missing)."""
        forms = self._givers.get(name.id, frozenset())
        if name.form:
            forms = forms & {name.form, self._prior + name.form}
        filed = ledger.forms | {self._prior + form for form in ledger.prior_forms}
        return not forms or not forms.isdisjoint(filed)
