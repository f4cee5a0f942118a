"""What numbers tell of those right before them.

`nearby_amounts`: changes, percentages and averages, where words do not say of which amounts, each a `tie`,
`long_rates` where names do not either; `counts`: how numbers of persons and things have changed; `savings`:
what was saved of what was planned; `named_rates`: of which amounts a rate is that is called after one of
them; `percentage_points`: by how much two percentages differ; `rates_of_changes`: of which amount a change
and its rate are, where its name is another; `products` of a standard and what is counted; `exact_sums`: what
comes out to the last digit.
"""
