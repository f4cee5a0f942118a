"""What must be equal in a report: formulas, sums, shares, tags and workbooks."""
