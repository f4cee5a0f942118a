"""PyYAML reads every pack alike with libyaml and without it, which not every system has."""

from pathlib import Path

import pytest
import yaml

from converter.pack.files import yaml_data, yaml_text
from converter.pack.files.layers import BUILT_IN

FILES = sorted(BUILT_IN.rglob("*.yaml"))


def _loaded(file: Path, loader: str, monkeypatch: pytest.MonkeyPatch) -> yaml_data.YamlData:
    monkeypatch.setattr(yaml_text, "_LOADER", getattr(yaml, loader))
    yaml_text.content.cache_clear()
    return yaml_data.read_yaml(file)


def test_there_are_packs() -> None:
    assert FILES


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without libyaml")
@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(BUILT_IN)))
def test_both_loaders_give_the_same_data_and_lines(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, plain = (_loaded(file, loader, monkeypatch) for loader in ("CBaseLoader", "BaseLoader"))
    assert (fast.data, fast.positions) == (plain.data, plain.positions)
