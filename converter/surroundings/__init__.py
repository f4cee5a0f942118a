"""What the program finds around itself: interpreter, fonts, other programs, and what to do about it.

`machine` looks at each and gives a line. Knows the fonts a pack prints with and the program that computes
formulas.
"""

from converter.surroundings.machine import Surrounding, surroundings

__all__ = ["Surrounding", "surroundings"]
