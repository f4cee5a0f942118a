"""What one pack states laid over what it inherits.

Mappings are merged entry by entry, and so is a mapping over a list whose items have names: it names those
that change. Anything else replaces what is inherited. Four words say more: the value `$remove` drops an
inherited entry; `$replace: true` in a mapping drops all that it would inherit; `$after: name` in an entry
puts it behind that entry, first if no name is given; `$inherited` in a list stands for the items that are
inherited.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from converter import messages
from converter.pack.files.item_names import names_of, naming_key
from converter.pack.files.text import PackError, Position
from converter.pack.files.validation import KeyPath
from converter.pack.files.yaml_data import YamlData
from converter.pack.unknown import nearest, unknown

REMOVE, REPLACE, AFTER, INHERITED = "$remove", "$replace", "$after", "$inherited"
_WORDS = (REMOVE, REPLACE, AFTER, INHERITED)
_EMPTY: tuple[Any, ...] = ("", "~", "null", {})


def laid_over(base: YamlData, own: YamlData) -> YamlData:
    """Return what a file states, laid over what it inherits; PackError at a word that has no effect."""
    if not own.data:  # all of it in comments
        return base
    data = _Merging(own, base).merged(_Place(), own.data, base.data)
    return YamlData(data, lambda: _positions(own, base), shipped=own.shipped and base.shipped)


def _positions(own: YamlData, base: YamlData) -> dict[KeyPath, Position]:
    """Return where each entry of the result stands, merging once more to that end."""
    positions: dict[KeyPath, Position] = {(): own.position(())}
    _Merging(own, base, positions).merged(_Place(), own.data, base.data)
    return positions


def standing_alone(own: YamlData) -> YamlData:
    """Return what a file states that inherits nothing; PackError at a word of merging in it."""
    if not own.shipped:
        for marked in _marks(own.data, ()):
            raise _no_effect(own, marked)
    return own


class _Place(Struct, frozen=True, gc=False):
    """The keys of an entry in the file that is laid over, in what it is laid over, and in the result."""

    own: KeyPath = ()
    base: KeyPath = ()
    result: KeyPath = ()

    def below(self, own: str | int, base: str | int, result: str | int) -> "_Place":
        """Return the place of an entry in this one."""
        return _Place((*self.own, own), (*self.base, base), (*self.result, result))


class _Items(Struct, frozen=True, gc=False):
    """Where the items of a list stand in it, by name, and the key that has their names, '' of texts."""

    numbers: dict[str, int]
    naming: str


class _Merging:
    """One file being laid over another, and where each entry of the result stands noted in `positions`."""

    def __init__(
        self, own: YamlData, base: YamlData, positions: dict[KeyPath, Position] | None = None
    ) -> None:
        self._own, self._base, self._positions = own, base, positions

    def merged(self, at: _Place, own: Any, base: Any) -> Any:
        """Return an entry that both state."""
        if isinstance(base, dict | list) and own in _EMPTY and base:
            empty = messages.packs.EMPTY if isinstance(base, dict) else messages.packs.EMPTY_LIST
            raise self._own.error(empty, *at.own)
        if isinstance(own, dict) and isinstance(base, dict):
            return dict(self._entries(at, own, base))
        if isinstance(own, dict) and isinstance(base, list):
            return self._items(at, own, base)
        if isinstance(own, list) and INHERITED in own:
            return self._list(at, own, base)
        if isinstance(own, dict) and own.keys() == {AFTER}:
            self._copy(self._base, at.base, at.result, base)
            return base
        return self._stated(at, own)

    def _items(self, at: _Place, own: dict[str, Any], base: list[Any]) -> list[Any]:
        """Return a list of which a mapping states what becomes of the items it names."""
        names = names_of(base)
        if names is None:
            raise self._own.error(messages.packs.NO_NAMES, *at.own)
        named = dict(zip(names, base, strict=True))
        items = _Items({name: number for number, name in enumerate(names)}, naming_key(base))
        return [item for _, item in self._entries(at, own, named, items)]

    def _entries(
        self, at: _Place, own: dict[str, Any], base: Mapping[str, Any], items: _Items | None = None
    ) -> Iterator[tuple[str, Any]]:
        """Yield the entries of a mapping in order, each with its key, or the `items` of a list by name."""
        self._note(self._own, at.own, at.result)
        kept = self._kept(at, own, base)
        stated = {key: value for key, value in own.items() if key not in (REPLACE, AFTER) and value != REMOVE}
        naming = items.naming if items else ""
        for number, key in enumerate(self._ordered(at, kept, stated)):
            place = at.below(key, items.numbers.get(key, key), number) if items else at.below(key, key, key)
            if key not in stated:
                self._copy(self._base, place.base, place.result, kept[key])
                yield key, kept[key]
            elif key in kept:
                yield key, self._called(place, naming, self.merged(place, stated[key], kept[key]))
            elif items and not naming:
                yield key, self._new_text(place, stated[key], base)
            else:
                yield key, self._called(place, naming, self._stated(place, stated[key]))

    def _kept(self, at: _Place, own: dict[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
        """Return the inherited entries that are not dropped."""
        if own.get(REPLACE, "true") != "true":
            raise self._own.error(messages.packs.REPLACE_TRUE, *at.own, REPLACE)
        kept = {} if REPLACE in own else dict(base)
        for key, value in own.items():
            if value == REMOVE and kept.pop(key, None) is None:
                fault = messages.packs.NONE_TO_REMOVE.format(name=key)
                raise self._own.error(fault + nearest(key, base), *at.own, key)
        return kept

    def _ordered(self, at: _Place, kept: Mapping[str, Any], stated: Mapping[str, Any]) -> list[str]:
        """Return the keys of the entries, each that names another behind that."""
        names = list({**kept, **stated})
        for key, value in stated.items():
            if isinstance(value, dict) and AFTER in value:
                names.remove(key)
                before = value[AFTER]
                if before and before not in names:
                    raise self._own.error(unknown(str(before), names), *at.own, key, AFTER)
                names.insert(names.index(before) + 1 if before else 0, key)
        return names

    def _called(self, at: _Place, naming: str, value: Any) -> Any:
        """Return an entry; an item of a list that does not state its name has the one it is stated under."""
        if naming and isinstance(value, dict) and naming not in value:
            self._note(self._own, at.own, (*at.result, naming))
            return {naming: at.own[-1]} | value
        return value

    def _new_text(self, at: _Place, value: Any, base: Mapping[str, Any]) -> Any:
        """Return a text that a list does not inherit: the key at which nothing but its place is stated."""
        if not isinstance(value, dict) or value.keys() - {AFTER}:
            raise self._own.error(unknown(str(at.own[-1]), base), *at.own)
        self._note(self._own, at.own, at.result)
        return at.own[-1]

    def _list(self, at: _Place, own: list[Any], base: Any) -> list[Any]:
        """Return a list with the inherited items in place of the word for them."""
        self._note(self._own, at.own, at.result)
        items: list[Any] = []
        for number, item in enumerate(own):
            inherited = base if isinstance(base, list) else [base]
            source, keys, start = (
                (self._base, at.base, 0) if item == INHERITED else (self._own, at.own, number)
            )
            for offset, value in enumerate(inherited if item == INHERITED else [item]):
                self._copy(source, (*keys, start + offset), (*at.result, len(items)), value)
                items.append(value)
        return items

    def _stated(self, at: _Place, value: Any) -> Any:
        """Return an entry that inherits nothing: it may only be told its place."""
        for marked in _marks(value, at.own):
            if marked != (*at.own, AFTER):
                raise _no_effect(self._own, marked)
        if isinstance(value, dict):
            value = {key: below for key, below in value.items() if key != AFTER}
        self._copy(self._own, at.own, at.result, value)
        return value

    def _copy(self, source: YamlData, keys: KeyPath, to: KeyPath, value: Any) -> None:
        """Note where an entry and all in it stand, under the keys they have in the result."""
        if self._positions is not None:
            self._note(source, keys, to)
            for key, below in _below(value):
                self._copy(source, (*keys, key), (*to, key), below)

    def _note(self, source: YamlData, keys: KeyPath, to: KeyPath) -> None:
        if self._positions is not None:
            self._positions[to] = source.position(keys)


def _below(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _marks(value: Any, keys: KeyPath) -> Iterator[KeyPath]:
    """Yield the words of merging in an entry, each behind the keys it stands at."""
    if _is_mark(value):
        yield (*keys, value)
    for key, below in _below(value):
        if _is_mark(key):
            yield (*keys, key)
        else:
            yield from _marks(below, (*keys, key))


def _is_mark(text: Any) -> bool:
    return isinstance(text, str) and text.startswith("$") and text[1:].isascii() and text[1:].isalpha()


def _no_effect(data: YamlData, marked: KeyPath) -> PackError:
    word = str(marked[-1])
    fault = messages.packs.NO_EFFECT if word in _WORDS else messages.packs.NO_WORD
    return data.error(fault.format(word=word), *marked)
