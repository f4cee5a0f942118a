"""The base of every shape a pack file may take."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


class Shape(BaseModel):
    """Immutable, and closed: a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Several = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One text or a list of texts."""
