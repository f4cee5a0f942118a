"""Data validated against the shapes it is to have, and made into them.

pydantic does it. It takes a tenth of a second to load, so it is loaded only where data is validated; a
compiled pack has been validated before.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from converter.chinese import ENUMERATION_COMMA

_QUOTED = re.compile("'([^']*)'")

_BOUNDS = ("gt", "ge", "lt", "le", "max_length", "min_length")

KeyPath = tuple[str | int, ...]
"""The keys and indices that lead to an entry."""


class UnfitError(Exception):
    """Data does not have its shape: the `fault` as in `messages.packs.FAULTS`, a `name` for it, its place."""

    def __init__(self, fault: str, name: str = "", place: KeyPath = ()) -> None:
        super().__init__(fault, name, place)
        self.fault, self.name, self.place = fault, name, place


class Bounds(Struct, frozen=True):
    """Says in an annotation which numbers are allowed: above, from, below and up to so much."""

    gt: int | None = None
    ge: int | None = None
    lt: int | None = None
    le: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        stated = {field.encode_name: getattr(self, field.encode_name) for field in fields(self)}
        return handler(source) | {name: bound for name, bound in stated.items() if bound is not None}


class ValidatedBy(Struct, frozen=True):
    """Says in an annotation what validates a value: it raises an UnfitError. One that `is_slow` validates
    what comes with the program in its tests only.
    """

    validate: Callable[[Any], None]
    is_slow: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core.core_schema import with_info_after_validator_function

        def validated_value(value: Any, info: Any) -> Any:
            if not (self.is_slow and info.context):
                _translated(self.validate, value)
            return value

        return with_info_after_validator_function(validated_value, handler(source))


class ConvertedBy(Struct, frozen=True):
    """Says in an annotation what converts data before it is validated."""

    convert: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.convert, handler(source))


def schema_of(shape: Any, handler: Any) -> Any:
    """Return pydantic's schema of a shape: a mapping with its keys and no others, made into it, checked."""
    from pydantic_core.core_schema import (
        no_info_after_validator_function,
        typed_dict_field,
        typed_dict_schema,
    )

    kinds = get_type_hints(shape, include_extras=True)
    entries = {
        field.name: typed_dict_field(handler.generate_schema(kinds[field.name]), required=field.required)
        for field in fields(shape)
    }

    def made(data: dict[str, Any]) -> Any:
        record = shape(**data)
        _translated(type(record).validate, record)
        return record

    reference = f"{shape.__module__}.{shape.__qualname__}"
    mapping = typed_dict_schema(entries, extra_behavior="forbid", cls_name=shape.__name__)
    return no_info_after_validator_function(made, mapping, ref=reference)


def _translated(validate: Callable[[Any], None], value: Any) -> None:
    from pydantic_core import PydanticCustomError

    try:
        validate(value)
    except UnfitError as unfit:
        raise PydanticCustomError(unfit.fault, "unfit", {"name": unfit.name}) from None


def validated(data: Any, kind: Any, *, shipped: bool = False) -> Any:
    """Return data as a `kind`; UnfitError at the first thing in it that does not fit."""
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(data, context=shipped)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise UnfitError(first["type"], _named(first.get("ctx", {})), first["loc"]) from None


def _named(context: dict[str, Any]) -> str:
    """Return what a fault names: an entry, the values there may be, or a bound."""
    if expected := str(context.get("expected", "")):
        return ENUMERATION_COMMA.join(filter(None, _QUOTED.findall(expected)))
    return next(
        (str(context[key]) for key in ("name", *_BOUNDS) if key in context),
        "",
    )


@cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
