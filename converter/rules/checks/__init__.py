"""Equations that must hold, judged over a ledger."""
