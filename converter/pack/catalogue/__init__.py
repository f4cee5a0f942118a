"""Which packs there are, by their labels, and the places they may be for; none is loaded for it."""
