"""What a run on a cluster waits for is said, once, and said anew when it is something else."""

from types import SimpleNamespace
from typing import Any

import pytest

from converter.cluster.patience import Patience

NO_ANSWER, NONE, TWO = TimeoutError(), {"n_workers": 0}, {"n_workers": 2}


def _answer(known: dict[str, int] | Exception) -> dict[str, int]:
    if isinstance(known, Exception):
        raise known
    return known


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([NONE, NONE], ["没有计算节点"]),
        ([NO_ANSWER], ["没有应答"]),
        (
            [{"n_workers": 0}, {"n_workers": 2}, NO_ANSWER],
            ["没有计算节点", "2 个计算节点正在处理", "没有应答"],
        ),
    ],
)
def test_what_is_waited_for_is_said(
    answers: list[Any], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left, lines = list(answers), list[str]()

    def wait(futures: object, timeout: float) -> None:
        if left:
            raise TimeoutError

    monkeypatch.setattr("distributed.wait", wait)
    scheduler = SimpleNamespace(identity=None)
    client = SimpleNamespace(scheduler=scheduler, sync=lambda ask, callback_timeout: _answer(left.pop(0)))
    Patience(client, "tcp://a:1", lines.append).wait_for(None)  # type: ignore[arg-type]
    assert [words in line for words, line in zip(said, lines, strict=True)] == [True] * len(said)
