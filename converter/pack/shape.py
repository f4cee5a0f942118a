"""The base of every shape a pack file may take, and the kinds of text in them."""

import re
from string import Formatter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError


class Shape(BaseModel):
    """The data of a pack file or of a part of it. A key it does not know is an error."""

    # Deferred: most shapes are only parts of another, and validated by the validator of that.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


TextList = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One text or a list of texts."""


def _pattern(text: str, info: ValidationInfo) -> str:
    if (
        not info.context
    ):  # else the pack comes with the program, and its patterns are compiled where they are used
        try:
            re.compile(text)
        except re.error:
            raise PydanticCustomError("pattern", "not a regular expression") from None
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
"""A regular expression."""


def _file_name(text: str) -> str:
    if not text.strip() or text.startswith(".") or any(sign in text for sign in "/\\:\0"):
        raise PydanticCustomError("file_name", "not a file's name")
    return text


FileName = Annotated[str, AfterValidator(_file_name)]
"""A file's name, which leads to no other folder."""


def filled_with(*names: str) -> AfterValidator:
    """Return a validator: a text has no other slots than `{name}` of these names."""

    def check(text: str) -> str:
        try:
            slots = {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None}
        except ValueError:
            slots = {""}
        if not slots <= set(names):
            raise PydanticCustomError("slots", "unknown slot")
        return text

    return AfterValidator(check)
