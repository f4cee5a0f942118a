"""Points for every indicator, the total and the grade."""
