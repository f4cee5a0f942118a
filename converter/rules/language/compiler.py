"""Compile the expressions of a pack; what is wrong with one is an error naming file and line."""

import ast
from collections.abc import Callable, Iterable

from converter import messages
from converter.chinese import FULL_WIDTH_SIGNS
from converter.figures import basis_of, item_of
from converter.pack import Pack, PackError, columns_by_group, forms_by_id, known_ids, unknown
from converter.rules.language.expression import Expression, ExpressionError
from converter.rules.language.grammar import is_amount, is_condition, is_equation
from converter.rules.language.terms import Name


class Compiler:
    """Compiles a pack's expressions, refusing names that no form, formula or group of detail rows gives."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._known = known_ids(pack)
        self._forms_by_id = forms_by_id(pack)
        self._groups = columns_by_group(pack)

    def formula(self, text: str, *entry: str, items: Iterable[str] = ("",)) -> Expression:
        """Return the formula at `entry`: a file of the pack, a key in it, and so on.

        A bare name is a basis of each of `items`.
        """
        return self._over_figures(self.parsed(text, is_amount, entry), entry, items)

    def equation(self, text: str, *entry: str) -> Expression:
        """Return the equation or inequality at `entry`."""
        return self._over_figures(self.parsed(text, is_equation, entry), entry)

    def amounts(self, texts: Iterable[str], *entry: str) -> tuple[Expression, ...]:
        """Return the amounts at `entry`."""
        return tuple(self._over_figures(self.parsed(text, is_amount, entry), entry) for text in texts)

    def condition(self, text: str, *entry: str) -> Expression:
        """Return the condition at `entry`."""
        return self._over_figures(self.parsed(text, is_condition, entry), entry)

    def over_rows(
        self, text: str, group: str, *entry: str, grammar: Callable[[ast.expr], bool] = is_equation
    ) -> Expression:
        """Return the equation, or what else `grammar` allows, at `entry`: over columns of rows of `group`."""
        expression = self.parsed(text, grammar, entry)
        if group in self._pack.lists:
            return self._over_columns(expression, group, entry)
        for name in (*expression.names, *expression.groups):
            if name.item or name.form:
                raise self._unknown(name.id, entry, self._groups.get(group, ()))
            self._check_column(group, name, entry)
        return expression

    def over_list(self, text: str, listed: str, *entry: str) -> Expression:
        """Return the formula at `entry`, whose bare names are columns of a list's rows."""
        self.group(listed, *entry)
        return self._over_columns(self.parsed(text, is_amount, entry), listed, entry)

    def _over_columns(self, expression: Expression, group: str, entry: tuple[str, ...]) -> Expression:
        for name in expression.names:
            if name.item:
                self.figure(name.id, *entry, form=name.form)
            else:
                self._check_column(group, name, entry)
        for summed in expression.groups:
            self._check_column(summed.item, summed, entry)
        return expression

    def group(self, name: str, *entry: str) -> None:
        """Refuse a group of detail rows there is not."""
        if name not in self._groups:
            raise self._unknown(name, entry, self._groups)

    def column(self, text: str, *entry: str) -> Name:
        """Return the column of a group of detail rows, written `group.column`."""
        name = Name(item_of(text), basis_of(text))
        self._check_column(name.item, name, entry)
        return name

    def figure(self, figure_id: str, *entry: str, form: str = "") -> None:
        """Refuse a figure there is not, or that `form` does not give."""
        if figure_id not in self._known:
            raise self._unknown(figure_id, entry, self._known)
        forms = self._forms_by_id.get(figure_id, frozenset())
        if form and forms.isdisjoint({form, self._pack.meta.prior + form}):
            raise self._unknown(f"{figure_id}@{form}", entry, (f"{figure_id}@{other}" for other in forms))

    def _over_figures(
        self, expression: Expression, entry: tuple[str, ...], items: Iterable[str] = ("",)
    ) -> Expression:
        for name in expression.names:
            for item in items:
                self.figure(f"{name.item or item}.{name.basis}", *entry, form=name.form)
        for group in expression.groups:
            self._check_column(group.item, group, entry)
        return expression

    def _check_column(self, group: str, name: Name, entry: tuple[str, ...]) -> None:
        self.group(group, *entry)
        if name.where:
            self._check_choice(group, *name.where, entry)
        if group in self._pack.lists and name.basis in self._pack.lists[group].words:
            raise self._pack.error(
                entry[0], messages.packs.WORDS_NOT_AMOUNTS.format(name=name.basis), *entry[1:]
            )
        if name.basis not in self._groups[group]:
            columns = (f"{group}.{column}" for column in self._groups[group])
            raise self._unknown(f"{group}.{name.basis}", entry, columns)

    def _check_choice(self, listed: str, words: str, word: str, entry: tuple[str, ...]) -> None:
        """Refuse a column of words that a list has not, and a word that is none of those it offers."""
        columns = self._pack.lists[listed].columns if listed in self._pack.lists else {}
        if words not in columns or columns[words].unit:
            raise self._unknown(words, entry, [name for name, column in columns.items() if not column.unit])
        if columns[words].choices and word not in columns[words].choices:
            raise self._unknown(word, entry, columns[words].choices)

    def parsed(self, text: str, grammar: Callable[[ast.expr], bool], entry: tuple[str, ...]) -> Expression:
        """Return the expression at `entry`, whatever it names."""
        try:
            return Expression(text, grammar)
        except ExpressionError as wrong:
            fault = messages.packs.EXPRESSION.format(text=wrong, what=_problem(text))
            raise self._pack.error(entry[0], fault, *entry[1:]) from None

    def _unknown(self, name: str, entry: tuple[str, ...], known: Iterable[str]) -> PackError:
        return self._pack.error(entry[0], unknown(name, known), *entry[1:])


def _problem(text: str) -> str:
    """Return what is probably wrong with an expression that is not in the language."""
    if full_width := next((sign for sign in text if sign in FULL_WIDTH_SIGNS), ""):
        return messages.packs.FULL_WIDTH.format(sign=full_width)
    known = (problem for sign, problem in messages.packs.EXPRESSION_PROBLEMS.items() if sign in text)
    return next(known, messages.packs.EXPRESSION_OTHERWISE)
