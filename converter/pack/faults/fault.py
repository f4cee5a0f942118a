"""One thing wrong with an entry of a pack."""

from msgspec import Struct

from converter.pack.files.validation import KeyPath


class Fault(Struct, frozen=True, gc=False):
    """What is wrong, in Chinese, at `keys` of a `file` named without its suffix."""

    file: str
    keys: KeyPath
    message: str
