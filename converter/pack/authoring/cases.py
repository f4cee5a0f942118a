"""Shape of cases.yaml: what must come out of a pack's formulas and scorecard."""

from decimal import Decimal
from pathlib import Path

from converter.pack.files.layers import Layers, lineage
from converter.pack.shapes.shape import Shape


class Case(Shape):
    """Figures that are `given`, in the unit they print in, and those that it `gives`, as they print."""

    given: dict[str, Decimal]
    gives: dict[str, str]


def load_cases(root: Path) -> dict[str, Case]:
    """Return the cases of a pack and of those it extends; PackError at a wrong one."""
    layers = Layers(lineage(root))
    return layers.entries("cases", Case) if layers.packs_with("cases") else {}
