"""Which folders a watched inbox has ready, by what was seen when."""

from pathlib import Path

import pytest

from converter.inbox.watching import FileStates, FolderChanges

A, B = {Path("甲局/a"): (1, 1)}, {Path("乙局/b"): (1, 1)}
Look = tuple[float, dict[str, FileStates], set[str] | None]

CASES: dict[str, list[Look]] = {
    "nothing": [(0, {}, None), (9, {}, None)],
    "at first all that has rested": [(0, {"甲局": A}, None), (1, {"甲局": A}, None), (2, {"甲局": A}, set())],
    "once": [(0, {"甲局": A}, None), (3, {"甲局": A}, set()), (9, {"甲局": A}, None)],
    "one that is written all the time keeps nobody else waiting": [
        (0, {"甲局": A, "乙局": B}, None),
        (2, {"甲局": A, "乙局": {Path("乙局/b"): (2, 2)}}, {"乙局"}),
        (3, {"甲局": A, "乙局": {Path("乙局/b"): (3, 3)}}, None),
        (5, {"甲局": A, "乙局": {Path("乙局/b"): (3, 3)}}, set()),
    ],
    "a folder that is gone": [
        (0, {"甲局": A, "乙局": B}, None),
        (2, {"甲局": A, "乙局": B}, set()),
        (3, {"甲局": A}, None),
        (5, {"甲局": A}, set()),
        (9, {"甲局": A}, None),
    ],
    "an inbox that lost all": [(0, {"甲局": A}, None), (2, {"甲局": A}, set()), (9, {}, None)],
    "changed while another changes": [
        (0, {"甲局": A, "乙局": B}, None),
        (2, {"甲局": A, "乙局": B}, set()),
        (3, {"甲局": {}, "乙局": B}, None),
        (4, {"甲局": {}, "乙局": A}, None),
        (5, {"甲局": {}, "乙局": A}, {"乙局"}),
        (6, {"甲局": {}, "乙局": A}, set()),
    ],
}


@pytest.mark.parametrize("looks", CASES.values(), ids=CASES)
def test_a_folder_is_ready_once_it_changes_no_more(looks: list[Look]) -> None:
    changes = FolderChanges()
    found = []
    for now, states, _ in looks:
        changes.see(states, now)
        changing = changes.take_due(now)
        found.append(None if changing is None else set(changing))
    assert found == [expected for _, _, expected in looks]
