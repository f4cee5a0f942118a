"""A short run of the fuzzer: whatever is filed, a user reads a clear line, never a fault of ours."""

from pathlib import Path

import pytest

from tests.fuzz.fuzz import one_round


@pytest.mark.parametrize("seed", range(100_000, 100_003))
def test_spoiled_filings_are_refused_or_read(tmp_path: Path, seed: int) -> None:
    assert one_round(seed, tmp_path) == []
