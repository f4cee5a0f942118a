"""Zipped documents and workbooks with some of their parts changed."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def with_parts(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a zipped file with every part as `change` makes it from its name and content; without it if
    None.
    """
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                made.writestr(name, content)
    return target.getvalue()


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a zipped file with one of its parts changed."""
    return with_parts(data, lambda name, content: change(content) if name == part else content)
