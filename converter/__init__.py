"""Performance report converter: standard workbooks in, checked Word reports out.

`converter.cli` is where a command begins; docs/architecture.md shows the packages and how data flows.
"""

__version__ = "0.1.0"
