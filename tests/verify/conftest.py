"""The converted samples, shared with the tests of the line."""

from tests.conversion.conftest import inbox, outbox

__all__ = ["inbox", "outbox"]
