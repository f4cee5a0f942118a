"""The parts of an edited report in the order of the outline, wherever a person moved them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter import messages
from converter.conversion.edits.segments import Segment
from converter.trace import LineKind, printed_text


def in_order_of(base: Sequence[Segment], edited: Sequence[Segment]) -> tuple[list[Segment], list[str]]:
    """Return the edited segments, parts and who signs in the order of the base, and what of it was moved: the
    headings of the parts.
    """
    heads = [segment.by_words for segment in base if segment.kind is LineKind.HEADING]
    counts = Counter(heads)
    known = {words: at for at, words in enumerate(heads) if counts[words] == 1}
    chunks: list[tuple[int, list[Segment]]] = [(-1, [])]
    for segment in edited:
        at = known.pop(segment.by_words, None) if segment.kind is LineKind.HEADING else None
        if segment.kind is LineKind.ANNEX and chunks[-1][0] < len(heads):
            at = len(heads)  # what follows the text
        if at is not None:
            chunks.append((at, []))
        chunks[-1][1].append(segment)
    moved = [printed_text(chunk[0].text) for (before, _), (at, chunk) in pairwise(chunks) if at < before]
    chunks.sort(key=lambda chunk: chunk[0])
    ordered = [segment for _, chunk in chunks for segment in chunk]
    return _with_signature_at_its_place(base, ordered, moved), moved


def _with_signature_at_its_place(
    base: Sequence[Segment], edited: list[Segment], moved: list[str]
) -> list[Segment]:
    """Return segments with who signs, and what follows that, behind the line that is above it in the base.

    It is added to what was `moved` if a person put it further up.
    """
    signed = next((at for at, each in enumerate(base) if each.kind is LineKind.SIGNATURE), 0)
    above = base[signed - 1].by_words if signed else ""
    start = next((at for at, each in enumerate(edited) if each.kind is LineKind.SIGNATURE), len(edited))
    end = next((at for at in range(start, len(edited)) if edited[at].kind is LineKind.ANNEX), start)
    place = next((at for at in range(end, len(edited)) if edited[at].by_words == above), -1)
    if not signed or place < 0:
        return edited
    moved.append(messages.edits.BELOW_TEXT)
    return [*edited[:start], *edited[end : place + 1], *edited[start:end], *edited[place + 1 :]]
