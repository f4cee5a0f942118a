"""The base of every shape a pack file may take, and the kinds of text in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import Annotated, Any, dataclass_transform, get_args, get_origin

from msgspec import Struct, StructMeta
from msgspec.structs import fields

from converter.pack.files.validation import ConvertedBy, UnfitError, ValidatedBy, schema_of


class _ShapeMeta(StructMeta):
    """Makes shapes, whose entries have names and stay as they are."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
        return super().__new__(mcs, name, bases, namespace, frozen=True, kw_only=True)


@dataclass_transform(kw_only_default=True)
class Shape(Struct, metaclass=_ShapeMeta):
    """The data of a pack file or of a part of it. A key it does not know is an error."""

    def validate(self) -> None:
        """Raise an UnfitError if its entries do not go together."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return schema_of(cls, handler)


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


TextList = Annotated[tuple[str, ...], ConvertedBy(_several)]
"""One text or a list of texts."""


def _validate_pattern(text: str) -> None:
    try:
        re.compile(text)
    except re.error:
        raise UnfitError("pattern") from None


Pattern = Annotated[str, ValidatedBy(_validate_pattern, is_slow=True)]
"""A regular expression."""


def groups(*names: str) -> ValidatedBy:
    """Return what validates that a regular expression has these named groups."""

    def validate(text: str) -> None:
        for name in names:
            if f"(?P<{name}>" not in text:
                raise UnfitError("groups", f"(?P<{name}>…)")

    return ValidatedBy(validate)


def written(pattern: str) -> ValidatedBy:
    """Return what validates that a text is written as a regular expression says."""

    def validate(text: str) -> None:
        if not re.fullmatch(pattern, text):
            raise UnfitError("string_pattern_mismatch")

    return ValidatedBy(validate)


def ending(suffix: str) -> ValidatedBy:
    """Return what validates that a text ends so."""

    def validate(text: str) -> None:
        if not text.endswith(suffix):
            raise UnfitError("ending", suffix)

    return ValidatedBy(validate)


def _validate_number(text: str) -> None:
    if text:
        try:
            Decimal(text)
        except InvalidOperation:
            raise UnfitError("decimal_parsing") from None


NumberText = Annotated[str, ValidatedBy(_validate_number)]
"""A number as it was written, or nothing."""


def _validate_file_name(text: str) -> None:
    if not text.strip() or text.startswith(".") or any(sign in text for sign in "/\\:\0"):
        raise UnfitError("file_name")


FileName = Annotated[str, ValidatedBy(_validate_file_name)]
"""A file's name, which leads to no other folder."""


def filled_with(*names: str, needed: Sequence[str] = ()) -> ValidatedBy:
    """Return what validates that a text has no slots but `{name}` of these names, and all `needed`."""

    def validate(text: str) -> None:
        try:
            slots = {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None}
        except ValueError:
            slots = {""}
        if not slots <= set(names):
            raise UnfitError("slots")
        for name in needed:
            if name not in slots:
                raise UnfitError("slots_lacking", f"{{{name}}}")

    return ValidatedBy(validate)


def fields_at(kind: Any, location: Iterable[str | int]) -> list[str]:
    """Return the keys that an entry may have, [] if any; `location` leads to it from the top of a `kind`."""
    kinds = [kind]
    for key in location:
        kinds = [below for each in kinds for below in _kinds_below(each, key)]
    return [field.name for shape in map(_shape, kinds) if shape for field in fields(shape)]


def _kinds_below(kind: Any, key: str | int) -> Iterator[Any]:
    """Yield what the entry `key` of a `kind` may be; pydantic also has keys that tell several kinds apart."""
    if shape := _shape(kind):
        entries = {field.name: field.type for field in fields(shape)}
        if key in entries:
            yield entries[str(key)]
        elif str(key).endswith(f"{shape.__name__}]"):
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
