"""What departments write in Word documents of their own: `sections` under known `headings`, and `intake`."""

from converter.conversion.prose.intake import take_in_prose
from converter.conversion.prose.sections import assigned_sections, texts_of, year_of

__all__ = [
    "assigned_sections",
    "take_in_prose",
    "texts_of",
    "year_of",
]
