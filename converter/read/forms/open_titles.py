"""Which of the forms that an open title may mean a table is: its heads and rows decide."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from converter.pack import FormKind
from converter.read.labels.titles import TableTitle
from converter.read.tables.blocks.crossings import crossed_cells
from converter.read.tables.blocks.locate import BlockTable

ENOUGH_COLUMNS = 3  # of a block that asks for many columns
ENOUGH_ROWS = 2
PANELS = 2  # so many panels, such as revenue and expenditure, must be those of the form


def form_meant(
    title: TableTitle,
    kinds: Mapping[str, FormKind],
    kind_around: Callable[[], FormKind | None],
    locate: Callable[[str], Sequence[BlockTable]],
) -> str | None:
    """Return which of the forms its title may mean a table is, '' if none, None if its kind is not known.

    `kinds` are the forms' kinds, `locate` returns the blocks of a form that the table has; `kind_around` is
    asked for the kind where neither title nor heads say one. A form that lists the title is meant unless
    something says another kind.
    """
    there: dict[str, int] = {}
    said: set[FormKind | None] = set()
    for form in title.forms:
        blocks = locate(form)
        listed = kinds[form] if title.says_kind or form == title.form else None
        kind = _kind_of_heads(blocks) or (None if title.says_kind else kind_around()) or listed
        said.add(kind)
        if kind is kinds[form]:
            if form == title.form:
                return form
            there[form] = _blocks_there(blocks)
    if said == {None}:
        return None
    best = max(there, key=lambda form: there[form], default="")
    return best if there.get(best) else ""


def _kind_of_heads(blocks: Iterable[BlockTable]) -> FormKind | None:
    """Return the kind the heads name; accounts print the budget beside them, so they come first."""
    tables = {id(located.table): located.table for located in blocks}.values()
    words = {word for table in tables for path in table.paths.values() for word in path}
    kinds = next((table.sheet.vocabulary.kind_heads for table in tables), {})
    return next((kind for kind, heads in kinds.items() if not words.isdisjoint(heads)), None)


def _blocks_there(blocks: Sequence[BlockTable]) -> int:
    """Return how many blocks have their columns and rows in the table, 0 unless each panel has one.

    The panels of a form are those of its first blocks: further ones are in some prints only. One panel has
    enough rows of a block; in the others a single row will do.
    """
    panels = list(dict.fromkeys(located.block.within for located in blocks))
    there = [located for located in blocks if _is_there(located, 1)]
    complete = {located.block.within for located in there}.issuperset(panels[:PANELS])
    sure = complete and any(_is_there(located, ENOUGH_ROWS) for located in there)
    return len(there) if sure else 0


def _is_there(located: BlockTable, rows: int) -> bool:
    """Whether a block's principal column is in the table, enough of its others, and so many `rows`."""
    block = located.block
    principal, *others = block.columns
    columns = 1 if "." not in principal else min(ENOUGH_COLUMNS, -(-len((principal, *others)) // 2))
    for panel, found in located.columns.items():
        if principal in found.matched and len(found.matched) >= columns:
            there = located.table.rows(panel)
            labels = {row.label for row in there}.union(row.code for row in there)
            named = sum(1 for key in block.rows.values() if not key.labels.isdisjoint(labels))
            if named >= min(rows, len(block.rows)):
                return True
    return block.may_be_turned and _is_there_turned(located, columns)


def _is_there_turned(located: BlockTable, columns: int) -> bool:
    """Whether enough figures of a block are where words over a column and before a row cross."""
    figures = {cell.figure for cell in crossed_cells(located.block, located.table, ())}
    return len(figures) > max(columns, ENOUGH_COLUMNS)
