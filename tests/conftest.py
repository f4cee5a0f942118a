"""What all tests share: interrupts that work, a clean tree, and what they measured, printed at the end."""

import gc
import os
import signal
import tempfile
from pathlib import Path

from _pytest.nodes import Item
from _pytest.terminal import TerminalReporter
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

LONGEST = {"page", "quality"}  # folders of the longest tests
COLLECT_AFTER = 50_000  # new objects, as in a run of the program: nearly all are without circles


def pytest_configure() -> None:
    """Let tests interrupt the programs they start; let hypothesis look at no clock and keep its notes
    outside the tree.

    A job that a shell starts in the background, as CI systems do, ignores interrupts, and so would all its
    children.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "jixiao-hypothesis")
    settings.register_profile("no clock", deadline=None)
    settings.load_profile("no clock")


def pytest_collection_modifyitems(items: list[Item]) -> None:
    """Let the longest tests begin first, so that at the end no process is left alone with one."""
    items.sort(key=lambda item: LONGEST.isdisjoint(item.path.parts))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from going again and again through what was collected, which stays."""
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes run tests: one more than processors, as tests that wait leave one idle."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print what tests recorded by `record_property("measured", line)`, in parallel too."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    lines = [line for report in reports for name, line in report.user_properties if name == "measured"]
    if lines:
        terminalreporter.section("measured")
    for line in lines:
        terminalreporter.write_line(str(line))
