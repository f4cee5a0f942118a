"""A recognised standard form to figures, detail rows and texts, and what of it was not understood."""
