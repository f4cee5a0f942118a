"""The converted samples, shared with the tests of conversion."""

from tests.conversion.conftest import inbox, outbox

__all__ = ["inbox", "outbox"]
