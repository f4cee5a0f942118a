"""Small inboxes, as the tests of batches have them."""

from tests.batch.conftest import small_inbox, template

__all__ = ["small_inbox", "template"]
