"""Word's lengths: most are in twips, twentieths of a point."""

_POINTS_PER_MM = 72 / 25.4
_TWIPS_PER_POINT = 20


def twips(points: float) -> int:
    """Return points as whole twips."""
    return round(points * _TWIPS_PER_POINT)


def twips_of_mm(length: float) -> int:
    """Return millimetres as whole twips."""
    return twips(length * _POINTS_PER_MM)


def points(length: int) -> float:
    """Return twips as points."""
    return length / _TWIPS_PER_POINT
