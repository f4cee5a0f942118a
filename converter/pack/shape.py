"""The base of every shape a pack file may take, and the kinds of text in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import Annotated, Any, get_args, get_origin

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


def groups(*names: str) -> AfterValidator:
    """Return a validator: a regular expression has these named groups."""

    def check(text: str) -> str:
        for name in names:
            if f"(?P<{name}>" not in text:
                raise PydanticCustomError("groups", "no group {name}", {"name": f"(?P<{name}>…)"})
        return text

    return AfterValidator(check)


def _number_text(text: str) -> str:
    if text:
        try:
            Decimal(text)
        except InvalidOperation:
            raise PydanticCustomError("decimal_parsing", "not a number") from None
    return text


NumberText = Annotated[str, AfterValidator(_number_text)]
"""A number as it was written, or nothing."""


def _file_name(text: str) -> str:
    if not text.strip() or text.startswith(".") or any(sign in text for sign in "/\\:\0"):
        raise PydanticCustomError("file_name", "not a file's name")
    return text


FileName = Annotated[str, AfterValidator(_file_name)]
"""A file's name, which leads to no other folder."""


def filled_with(*names: str, needed: Sequence[str] = ()) -> AfterValidator:
    """Return a validator: a text has no slots but `{name}` of these names, and all `needed`."""

    def check(text: str) -> str:
        try:
            slots = {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None}
        except ValueError:
            slots = {""}
        if not slots <= set(names):
            raise PydanticCustomError("slots", "unknown slot")
        for name in needed:
            if name not in slots:
                raise PydanticCustomError("slots_lacking", "no slot {name}", {"name": f"{{{name}}}"})
        return text

    return AfterValidator(check)


def fields_at(kind: Any, location: Iterable[str | int]) -> list[str]:
    """Return the keys that an entry may have, [] if any; `location` leads to it from the top of a `kind`."""
    kinds = [kind]
    for key in location:
        kinds = [below for each in kinds for below in _kinds_below(each, key)]
    return [name for shape in map(_shape, kinds) if shape for name in shape.model_fields]


def _kinds_below(kind: Any, key: str | int) -> Iterator[Any]:
    """Yield what the entry `key` of a `kind` may be; pydantic also has keys that tell several kinds apart."""
    if shape := _shape(kind):
        if key in shape.model_fields:
            yield shape.model_fields[str(key)].annotation
        elif key == shape.__name__:
            yield shape
        return
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _kinds_below(inner[0], key)
    elif origin is dict:
        yield inner[1]
    elif origin is tuple:
        yield inner[0]
    else:
        for one in inner:
            yield from _kinds_below(one, key)


def _shape(kind: Any) -> type[Shape] | None:
    return kind if isinstance(kind, type) and issubclass(kind, Shape) else None
