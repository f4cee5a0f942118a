"""Tell a figure that was not filled in from one that there is not: only the first is a finding.

There is none whose form was never filed, or of which its cell says in words why there is none.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from converter.figures import Figure, Ledger
from converter.pack import Pack, forms_by_id
from converter.rules.language.formulas import Formula
from converter.rules.language.lookups import ledger_lookup
from converter.rules.language.terms import Lack, Name, Usage


class Availability:
    """Knows which forms can give a figure, directly or through formulas, and what words say there is none."""

    def __init__(self, pack: Pack, formulas: Iterable[Formula]) -> None:
        self._prior, self._answer = pack.meta.prior, re.compile(pack.labels.answer)
        self._forms_by_id = forms_by_id(pack)
        self._formulas = {formula.id: formula for formula in formulas}
        self._behind = dict(self._forms_by_id)
        for formula in self._formulas.values():
            inputs = (self._behind.get(figure_id, frozenset()) for figure_id in formula.inputs())
            self._behind[formula.id] = self._behind.get(formula.id, frozenset()).union(*inputs)

    def blanks_behind(self, missing: Iterable[Lack], ledger: Ledger) -> Usage:
        """Return what lacks come from: of a figure that no filed form gives, what its formula lacks."""
        found = Usage()
        for lack in missing:
            self._add_behind(lack, ledger, found)
        return found

    def could_give(self, lack: Lack, ledger: Ledger) -> bool:
        """Whether a form that gives one of the figures was filed, or no form gives them anyway."""
        return any(name.id not in self._behind or self._is_filed(self._behind, name, ledger) for name in lack)

    def is_denied(self, figure: Figure) -> bool:
        """Whether the cell of a figure says in words why there is no amount."""
        return figure.value is None and bool(figure.cell and self._answer.search(figure.cell.text))

    def _add_behind(self, lack: Lack, ledger: Ledger, found: Usage) -> None:
        """Add to `found` what a lack comes from."""
        formula = None if lack[0].form else self._formulas.get(lack[0].id)
        if formula is None or len(lack) > 1 or self._is_filed(self._forms_by_id, lack[0], ledger):
            found.missing.append(lack)
            return
        inner = Usage()
        formula.expression.value(ledger_lookup(ledger, formula.item), inner)
        found.use([figure for figure in inner.used if figure.value is None], 0)
        for deeper in inner.missing:
            names = tuple(replace(name, item=name.item or formula.item) for name in deeper)
            self._add_behind(names, ledger, found)

    def _is_filed(self, forms_by_id: dict[str, frozenset[str]], name: Name, ledger: Ledger) -> bool:
        forms = forms_by_id.get(name.id, frozenset())
        if name.form:
            forms = forms & {name.form, self._prior + name.form}
        filed = ledger.forms | {self._prior + form for form in ledger.prior_forms}
        return not forms.isdisjoint(filed)
