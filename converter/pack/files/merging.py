"""What one pack states laid over what it inherits.

Mappings are merged key by key; anything else replaces what is inherited. Four words say more: the value
`$remove` drops an inherited entry; `$replace: true` in a mapping drops all that it would inherit;
`$after: name` in an entry puts it behind that entry of its mapping, first if no name is given;
`$inherited` in a list stands for the items that are inherited.
"""

from collections.abc import Iterator
from typing import Any

from converter import messages
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
    data = _Merging(own, base).merged((), own.data, base.data)
    return YamlData(data, lambda: _positions(own, base), shipped=own.shipped and base.shipped)


def _positions(own: YamlData, base: YamlData) -> dict[KeyPath, Position]:
    """Return where each entry of the result stands, merging once more to that end."""
    positions: dict[KeyPath, Position] = {(): own.position(())}
    _Merging(own, base, positions).merged((), own.data, base.data)
    return positions


def standing_alone(own: YamlData) -> YamlData:
    """Return what a file states that inherits nothing; PackError at a word of merging in it."""
    if not own.shipped:
        for marked in _marks(own.data, ()):
            raise _no_effect(own, marked)
    return own


class _Merging:
    """One file being laid over another, and where each entry of the result stands noted in `positions`."""

    def __init__(
        self, own: YamlData, base: YamlData, positions: dict[KeyPath, Position] | None = None
    ) -> None:
        self._own, self._base, self._positions = own, base, positions

    def merged(self, keys: KeyPath, own: Any, base: Any) -> Any:
        """Return the entry at `keys`, which both state."""
        if isinstance(base, dict | list) and own in _EMPTY and base:
            raise self._own.error(messages.packs.EMPTY, *keys)
        if isinstance(own, dict) and isinstance(base, dict):
            self._note(self._own, keys, keys)
            return self._ordered(keys, own, self._mapping(keys, own, base))
        if isinstance(own, list) and INHERITED in own:
            return self._list(keys, own, base)
        return self._stated(keys, own)

    def _mapping(self, keys: KeyPath, own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
        result = {} if self._is_replaced(keys, own) else dict(base)
        for key, value in base.items():
            if key in result and key not in own:
                self._copy(self._base, (*keys, key), (*keys, key), value)
        for key, value in own.items():
            at = (*keys, key)
            if value == REMOVE:
                if result.pop(key, None) is None:
                    raise self._own.error(
                        messages.packs.NONE_TO_REMOVE.format(name=key) + nearest(key, base), *at
                    )
            elif key in result:
                result[key] = self.merged(at, value, result[key])
            elif key not in (REPLACE, AFTER):
                result[key] = self._stated(at, value)
        return result

    def _is_replaced(self, keys: KeyPath, own: dict[str, Any]) -> bool:
        if own.get(REPLACE, "true") != "true":
            raise self._own.error(messages.packs.REPLACE_TRUE, *keys, REPLACE)
        return REPLACE in own

    def _ordered(self, keys: KeyPath, own: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
        """Return the entries, each that names another behind that."""
        names = list(result)
        for key, value in own.items():
            if isinstance(value, dict) and AFTER in value:
                names.remove(key)
                before = value[AFTER]
                if before and before not in names:
                    raise self._own.error(unknown(str(before), names), *keys, key, AFTER)
                names.insert(names.index(before) + 1 if before else 0, key)
        return {name: result[name] for name in names}

    def _list(self, keys: KeyPath, own: list[Any], base: Any) -> list[Any]:
        """Return a list with the inherited items in place of the word for them."""
        self._note(self._own, keys, keys)
        items: list[Any] = []
        for number, item in enumerate(own):
            inherited = base if isinstance(base, list) else [base]
            source, start = (self._base, 0) if item == INHERITED else (self._own, number)
            for offset, value in enumerate(inherited if item == INHERITED else [item]):
                self._copy(source, (*keys, start + offset), (*keys, len(items)), value)
                items.append(value)
        return items

    def _stated(self, keys: KeyPath, value: Any) -> Any:
        """Return an entry that inherits nothing: it may only be told its place."""
        for marked in _marks(value, keys):
            if marked != (*keys, AFTER):
                raise _no_effect(self._own, marked)
        if isinstance(value, dict):
            value = {key: below for key, below in value.items() if key != AFTER}
        self._copy(self._own, keys, keys, value)
        return value

    def _copy(self, source: YamlData, keys: KeyPath, to: KeyPath, value: Any) -> None:
        """Note where an entry and all in it stand, under the keys they have in the result."""
        if self._positions is not None:
            self._note(source, keys, to)
            for key, below in _items(value):
                self._copy(source, (*keys, key), (*to, key), below)

    def _note(self, source: YamlData, keys: KeyPath, to: KeyPath) -> None:
        if self._positions is not None:
            self._positions[to] = source.position(keys)


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _marks(value: Any, keys: KeyPath) -> Iterator[KeyPath]:
    """Yield the words of merging in an entry, each behind the keys it stands at."""
    if _is_mark(value):
        yield (*keys, value)
    for key, below in _items(value):
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
