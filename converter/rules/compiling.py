"""Compile the expressions of a pack; what is wrong with one is an error naming file and line."""

from functools import lru_cache

from converter import messages
from converter.pack import Pack
from converter.rules.expression import Expression, ExpressionError


def compiled(pack: Pack, text: str, *place: str) -> Expression:
    """Return the expression at `place` (file, key, ...) of the pack, or raise PackError."""
    try:
        return _expression(text)
    except ExpressionError as wrong:
        raise pack.where(place[0], messages.PACK_EXPRESSION.format(text=wrong), *place[1:]) from None


@lru_cache(maxsize=4096)
def _expression(text: str) -> Expression:
    return Expression(text)
