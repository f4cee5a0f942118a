"""The samples as an inbox and as an outbox, as the tests of conversion have them."""

from tests.conversion.conftest import inbox, outbox

__all__ = ["inbox", "outbox"]
