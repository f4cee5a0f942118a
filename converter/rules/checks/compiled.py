"""A pack's checks with their expressions compiled."""

from collections.abc import Mapping

from msgspec import Struct

from converter.pack import Check
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.grammar import is_condition
from converter.rules.language.terms import Name


class CompiledCheck(Struct, frozen=True):
    """A check, and of its expressions those that its kind has.

    - `equation`: over figures or over the columns of a row.
    - `sums`: the amounts compared with the sum over budget units.
    - `columns`: the two in which rows of the same name agree, or of the same code are compared.
    - `when`: the condition under which the check applies at all, or to a row.
    """

    code: str
    check: Check
    equation: Expression | None
    sums: tuple[Expression, ...]
    columns: tuple[Name, ...]
    when: Expression | None


def compile_checks(checks: Mapping[str, Check], compiler: Compiler) -> list[CompiledCheck]:
    """Return the checks compiled, each under its code; PackError names what does not compile."""
    return [_compiled(code, check, compiler) for code, check in checks.items()]


def _compiled(code: str, check: Check, compiler: Compiler) -> CompiledCheck:
    entry = ("checks", code)
    if check.hierarchy:
        compiler.group(check.hierarchy, *entry, "hierarchy")
    equation = None
    when = compiler.condition(check.when, *entry, "when") if check.when and not check.rows else None
    if check.rows:
        if check.when:
            when = compiler.over_rows(check.when, check.rows, *entry, "when", grammar=is_condition)
        equation = compiler.over_rows(check.equation, check.rows, *entry, "equation")
    elif check.equation:
        equation = compiler.equation(check.equation, *entry, "equation")
    for form in check.forms:
        compiler.figure(check.agree, *entry, "forms", form=form)
    sums = compiler.amounts(check.budget_units, *entry, "budget_units")
    key, named = ("within", check.within) if check.within else ("same_rows", check.same_rows)
    columns = tuple(compiler.column(column, *entry, key) for column in named)
    return CompiledCheck(code, check, equation, sums, columns, when)
