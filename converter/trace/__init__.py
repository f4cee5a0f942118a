"""The way from a printed figure back to the cells it came from. Pure: figures in, plain records out."""

from converter.trace.trail import lay_trail

__all__ = ["lay_trail"]
