"""A converted department leaves no circular garbage behind."""

import gc
from pathlib import Path

from converter.batch.run.job import Job
from converter.batch.run.worker import Worker
from converter.inbox.submissions import submissions
from converter.pack.loading import DEFAULT
from tests.conversion.conftest import SAMPLES


def test_a_converted_department_leaves_no_circles(tmp_path: Path) -> None:
    worker = Worker(Job((DEFAULT,), SAMPLES, tmp_path))
    [*others, last] = submissions(SAMPLES)
    for submission in others:
        worker.judge(submission)  # builds what is built once
    gc.collect()
    gc.disable()
    try:
        assert worker.judge(last)
        assert gc.collect() == 0
    finally:
        gc.enable()
        gc.unfreeze()
