"""Which printed number is behind the constraints that fail, and how it came about.

Above `constraints`. `wrong_numbers` searches for the numbers whose change repairs most constraints and
violates least; `causes` recognises the slips a person makes. Nothing is worded here.
"""
