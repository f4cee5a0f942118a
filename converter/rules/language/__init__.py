"""The expression language of packs."""
