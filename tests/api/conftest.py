"""The samples converted, as the tests of conversion have them."""

from tests.conversion.conftest import outbox

__all__ = ["outbox"]
