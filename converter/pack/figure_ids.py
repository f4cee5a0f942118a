"""Every name a pack's expressions and templates may use, and how each figure prints."""

from collections.abc import Iterator

from converter.figures import basis_of, item_of
from converter.pack.forms import Block
from converter.pack.measures import Measure
from converter.pack.pack import Pack


def known_ids(pack: Pack) -> frozenset[str]:
    """Return the ids of all figures the pack can read, carry over from last year, or compute."""
    read = read_ids(pack)
    prior = {prior_id(each, pack.meta.prior) for each in read}
    return frozenset(read | prior | set(measure_digits(pack)) | set(_score_ids(pack)))


def read_ids(pack: Pack) -> frozenset[str]:
    """Return the ids of all figures that some form gives."""
    return frozenset(
        each for form in pack.forms.values() for block in form.blocks for each in _block_ids(block)
    )


def forms_by_id(pack: Pack) -> dict[str, frozenset[str]]:
    """Return, for every figure id and every `group.column` of lines that some form gives, the forms that do.

    A form of last year is marked by the prefix of last year's bases.
    """
    prior = pack.meta.prior
    found: dict[str, set[str]] = {}
    for name, form in pack.forms.items():
        for figure_id in (each for block in form.blocks for each in (*_block_ids(block), *_line_ids(block))):
            found.setdefault(figure_id, set()).add(name)
            found.setdefault(prior_id(figure_id, prior), set()).add(prior + name)
    return {figure_id: frozenset(forms) for figure_id, forms in found.items()}


def columns_by_group(pack: Pack) -> dict[str, frozenset[str]]:
    """Return, for every group of detail lines, the names of its columns."""
    found: dict[str, set[str]] = {}
    for block in (block for form in pack.forms.values() for block in form.blocks):
        for each in _line_ids(block):
            found.setdefault(item_of(each), set()).add(basis_of(each))
    return {group: frozenset(columns) for group, columns in found.items()}


def prior_id(figure_id: str, prior: str) -> str:
    """Return the id under which a figure of last year's tables is kept."""
    item, _, basis = figure_id.rpartition(".")
    return f"{item}.{prior}{basis}"


def measure_digits(pack: Pack) -> dict[str, int]:
    """Return the decimals with which each measure prints, by figure id."""
    return {figure_id: measure.digits for figure_id, measure in measures_by_id(pack).items()}


def measures_by_id(pack: Pack) -> dict[str, Measure]:
    """Return the pack's measures by the ids of the figures they compute."""
    return {
        figure_id: measure
        for key, measure in pack.measures.items()
        for figure_id in ([f"{item}.{key}" for item in measure.each] or [key])
    }


def _block_ids(block: Block) -> Iterator[str]:
    if block.texts:
        return
    for column in block.columns:
        if "." in column:
            yield column
        else:
            yield from (row if "." in row else f"{row}.{column}" for row in block.rows)


def _line_ids(block: Block) -> Iterator[str]:
    """Yield the `group.column` of a block's detail lines; a column that is a whole id goes by its item."""
    if block.lines:
        yield from (f"{block.lines.group}.{item_of(column) or column}" for column in block.columns)


def _score_ids(pack: Pack) -> Iterator[str]:
    yield from (pack.meta.score_full, pack.meta.score_total)
    bases = (pack.meta.full, pack.meta.score, pack.meta.lost)
    yield from (f"{name}.{basis}" for name in pack.scorecard.indicators for basis in bases)
