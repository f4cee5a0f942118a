"""What must agree in a report: formulas, sums, shares, tags and workbooks, as constraints over its claims.

Above `claims`. `constraint` says what a constraint is and evaluates it, with the printed amounts or with
others; `claim_index` gives any figure from the claims. The other modules yield the constraints that hold by
the pack, within a paragraph, and by the sources of a report. Which number is wrong is not decided here.
"""
