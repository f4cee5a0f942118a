"""The ids of all figures and the names of all texts a pack knows: what gives them, what computes them."""

from collections.abc import Iterator

from converter.figures import basis_of, item_of
from converter.pack.pack import Pack
from converter.pack.shapes.forms import Form, FormBlock, FormRow
from converter.pack.shapes.measures import Measure


def known_ids(pack: Pack) -> frozenset[str]:
    """Return the ids of all figures the pack can read, carry over from last year, or compute, those of rows
    apart.
    """
    read = read_ids(pack)
    prior = {prior_id(figure_id, pack.meta.prior) for figure_id in read}
    measured = {name for name, measure in measures_by_id(pack).items() if not measure.rows}
    return frozenset(read | prior | measured | set(_score_ids(pack)))


def read_ids(pack: Pack) -> frozenset[str]:
    """Return the ids of all figures that some form gives."""
    return frozenset(
        figure_id for form in pack.forms.values() for block in form.blocks for figure_id in _block_ids(block)
    )


def read_units(pack: Pack) -> dict[str, str]:
    """Return the base unit of every figure that some form gives."""
    return {
        figure_id: pack.units[block.unit].base if block.unit else pack.money
        for form in pack.forms.values()
        for block in form.blocks
        for figure_id in _block_ids(block)
    }


def units_in(form: Form) -> dict[str, str]:
    """Return the unit that each figure of a form is written in, '' where the sheet states it."""
    return {figure_id: block.unit for block in form.blocks for figure_id in _block_ids(block)}


def forms_by_id(pack: Pack) -> dict[str, frozenset[str]]:
    """Return the forms that give each figure id and each `group.column` of detail rows.

    A form of last year has the prefix of last year's bases before its name. A column that a row names for
    itself is not in every copy of its form, so nothing is missed where it is not there.
    """
    prior = pack.meta.prior
    found: dict[str, set[str]] = {}
    for name, form in pack.forms.items():
        for block in form.blocks:
            extra = {item for item, row in block.rows.items() if isinstance(row, FormRow) and row.column}
            for figure_id in (*_block_ids(block), *_column_ids(block)):
                if figure_id in extra:
                    continue
                found.setdefault(figure_id, set()).add(name)
                found.setdefault(prior_id(figure_id, prior), set()).add(prior + name)
    return {figure_id: frozenset(forms) for figure_id, forms in found.items()}


def columns_by_group(pack: Pack) -> dict[str, frozenset[str]]:
    """Return the names of the columns of figures of each group of detail rows, and of each list."""
    found: dict[str, set[str]] = {}
    for block in (block for form in pack.forms.values() for block in form.blocks if block.detail_rows):
        for column_id in _column_ids(block):
            found.setdefault(item_of(column_id), set()).add(basis_of(column_id))
    for name, listed in pack.lists.items():
        found[name] = {*listed.figures, *(key for key, each in pack.measures.items() if each.rows == name)}
    return {group: frozenset(columns) for group, columns in found.items()}


def known_texts(pack: Pack) -> frozenset[str]:
    """Return the names of all texts that a form, a sheet of the supplement or a document may give."""
    in_forms = {
        ".".join(filter(None, (row, suffix)))
        for form in pack.forms.values()
        for block in form.blocks
        if block.texts
        for row in block.rows
        for suffix in block.columns
    }
    return frozenset(in_forms | pack.prose.keys())


def prior_id(figure_id: str, prior: str) -> str:
    """Return the id under which the figure of last year's tables is known this year."""
    item, _, basis = figure_id.rpartition(".")
    return f"{item}.{prior}{basis}"


def measure_digits(pack: Pack) -> dict[str, int]:
    """Return the decimals with which each measure prints, by the ids of the figures it computes."""
    return {figure_id: measure.digits for figure_id, measure in measures_by_id(pack).items()}


def measures_by_id(pack: Pack) -> dict[str, Measure]:
    """Return the pack's measures by the ids of the figures they compute, or of a column of a list."""
    return {
        figure_id: measure
        for key, measure in pack.measures.items()
        for figure_id in ([f"{item}.{key}" for item in (measure.rows, *measure.each) if item] or [key])
    }


def _block_ids(block: FormBlock) -> Iterator[str]:
    if block.texts or block.list:
        return
    for column in block.columns:
        if "." in column:
            yield column
        else:
            yield from (row if "." in row else f"{row}.{column}" for row in block.rows)


def _column_ids(block: FormBlock) -> Iterator[str]:
    """Yield the `group.column` of a block's detail rows, or the `list.column` of its rows; a column that is a
    whole id is named by its item.
    """
    if block.list:
        yield from (f"{block.list}.{column}" for column in block.columns)
    if block.detail_rows:
        yield from (f"{block.detail_rows.group}.{item_of(column) or column}" for column in block.columns)


def _score_ids(pack: Pack) -> Iterator[str]:
    yield from (pack.meta.score_full, pack.meta.score_total)
    bases = (pack.meta.full, pack.meta.score, pack.meta.lost)
    yield from (f"{name}.{basis}" for name in pack.scorecard.indicators for basis in bases)
