"""What a pack states laid over what it inherits: merging.yaml; what is wrong in it: wrong_merging.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from converter.pack.files.merging import laid_over
from converter.pack.files.text import PackError
from converter.pack.files.yaml_data import YamlData, yaml_data
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "merging.yaml")
WRONG = data_of(Path(__file__).parent / "wrong_merging.yaml")
BASE, OWN = Path("base.yaml"), Path("own.yaml")
TREES = st.recursive(
    st.sampled_from(["1", "2", "text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(st.sampled_from("abcd"), TREES, max_size=4)


def _data(content: Any, file: Path) -> YamlData:
    return yaml_data(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), file)


def _keys(value: Any) -> set[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {()} | {(key, *keys) for key, inner in below for keys in _keys(inner)}


@pytest.mark.parametrize("name", CASES)
def test_a_word_of_merging_gives_what_its_case_says(name: str) -> None:
    case = CASES[name]
    merged = laid_over(_data(case["base"], BASE), _data(case["own"], OWN))
    assert merged.data == case["gives"]
    if isinstance(merged.data, dict):
        assert list(merged.data) == list(case["gives"])


@pytest.mark.parametrize("name", WRONG)
def test_a_word_of_merging_without_effect_is_refused(name: str) -> None:
    case = WRONG[name]
    with pytest.raises(PackError) as wrong:
        laid_over(_data(case["base"], BASE), _data(case["own"], OWN))
    assert case["says"] in str(wrong.value)
    assert wrong.value.args[:2] == (OWN, case["line"])


@given(MAPPINGS)
def test_nothing_stated_changes_nothing(base: dict[str, Any]) -> None:
    inherited = _data(base, BASE)
    merged = laid_over(inherited, _data({"own": "1"}, OWN))
    assert merged.data == inherited.data | {"own": "1"}
    assert all(merged.positions[keys] == inherited.positions[keys] for keys in _keys(inherited.data) - {()})


@pytest.mark.parametrize("name", CASES)
def test_every_entry_of_the_result_knows_where_it_stands(name: str) -> None:
    case = CASES[name]
    merged = laid_over(_data(case["base"], BASE), _data(case["own"], OWN))
    assert set(merged.positions) == _keys(merged.data)


def test_an_item_inherited_into_a_longer_list_stands_where_it_was_stated() -> None:
    base, own = yaml_data("a:\n- 1\n- 2\n", BASE), yaml_data("a:\n- 0\n- $inherited\n- 3\n", OWN)
    places = [laid_over(base, own).position(("a", index)) for index in range(4)]
    assert [(place.file, place.line) for place in places] == [(OWN, 2), (BASE, 2), (BASE, 3), (OWN, 4)]
