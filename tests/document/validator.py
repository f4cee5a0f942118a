"""An independent validator: the rules of Microsoft's Open XML SDK, in pure Python."""

from pathlib import Path

# The standard lets a document do without these parts; the validator does not.
FALSE_ALARMS = ("relationships/fontTable' is missing", "relationships/theme' is missing")


def faults(report: Path) -> list[str]:
    """Return the errors that the validator finds in a .docx."""
    from openxml_audit import OpenXmlValidator  # half a second to load, which other tests need not wait for

    found = [error.description for error in OpenXmlValidator().validate(str(report)).errors]
    return [description for description in found if not any(alarm in description for alarm in FALSE_ALARMS)]
