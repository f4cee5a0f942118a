"""The converted samples, shared with the tests of the line."""

from tests.line.conftest import outbox

__all__ = ["outbox"]
