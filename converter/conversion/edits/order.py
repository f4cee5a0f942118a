"""The parts of an edited report in the order of the outline, wherever a person moved them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.conversion.edits.segments import Segment
from converter.trace import LineKind, printed_text


def in_order_of(base: Sequence[Segment], edited: Sequence[Segment]) -> tuple[list[Segment], list[str]]:
    """Return the edited segments, parts in the order of the base, and the headings of parts moved."""
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
    return [segment for _, chunk in chunks for segment in chunk], moved
