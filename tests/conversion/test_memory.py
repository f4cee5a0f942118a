"""What is left of a department once it is done: nothing that only the collector of circles could free."""

import gc
from pathlib import Path

from converter.batch.job import Job
from converter.batch.worker import Worker
from converter.inbox.submissions import submissions
from converter.pack.loading import DEFAULT
from tests.conversion.conftest import SAMPLES


def test_a_department_done_leaves_no_circles(tmp_path: Path) -> None:
    worker = Worker(Job(DEFAULT, SAMPLES, tmp_path))
    [*others, last] = submissions(SAMPLES)
    for submission in others:
        worker.judge(submission)  # what is built once is built
    gc.collect()
    gc.disable()
    try:
        assert worker.judge(last)
        assert gc.collect() == 0
    finally:
        gc.enable()
        gc.unfreeze()
