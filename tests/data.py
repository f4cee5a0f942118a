"""What tests keep as data: the YAML files beside them."""

from pathlib import Path
from typing import Any

import yaml

# libyaml where there is one: every process that runs tests reads all these files first
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_of(file: Path) -> Any:
    """Return the content of a YAML file."""
    return yaml.load(file.read_text("utf-8"), Loader=_LOADER)
