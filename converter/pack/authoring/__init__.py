"""For those who write packs: what packs there are, how one is begun, what one changes, cases of its own."""
