"""The names of all texts a pack knows: what a department writes into forms, the supplement or a document."""

from converter.pack.pack import Pack


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
