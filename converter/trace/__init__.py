"""The way from a printed figure back to the cells it came from. Pure: figures in, plain records out."""

from converter.trace.find import find
from converter.trace.places import Places
from converter.trace.trail import lay_trail, noted
from converter.trace.tree import Node, described, source, tree

__all__ = ["Node", "Places", "described", "find", "lay_trail", "noted", "source", "tree"]
