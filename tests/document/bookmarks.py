"""What stands in the bookmarks of a document that was read."""

from converter.document.contents import Content, Passage


def bookmarked_texts(contents: tuple[Content, ...]) -> dict[str, str]:
    """Return the text in every figure's bookmark, by the bookmark's name."""
    texts = [
        text
        for content in contents
        for text in (
            [content.written]
            if isinstance(content, Passage)
            else [cell for row in content.rows for cell in row]
        )
    ]
    return {name: text.text[start:end] for text in texts for name, (start, end) in text.bookmarks.items()}
