"""The way from a printed figure back to the cells it came from. Pure: figures in, plain records out."""

from converter.trace.find import find
from converter.trace.lay import lay_trail, noted
from converter.trace.places import Places
from converter.trace.trail import Input, Occurrence, TracedFigure, Trail, passage_of
from converter.trace.tree import described, tree

__all__ = [
    "Input",
    "Occurrence",
    "Places",
    "TracedFigure",
    "Trail",
    "described",
    "find",
    "lay_trail",
    "noted",
    "passage_of",
    "tree",
]
