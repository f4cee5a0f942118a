"""What the program finds around itself: interpreter, fonts, other programs, and what to do about it.

`checks` gives a line for each. Knows the fonts a pack prints with and the program that computes formulas.
"""

from converter.surroundings.checks import Surrounding, surroundings

__all__ = ["Surrounding", "surroundings"]
