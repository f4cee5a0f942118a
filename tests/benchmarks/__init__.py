"""The benchmarks run: they are not measured here."""
