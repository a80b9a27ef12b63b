"""The budgets of the design as ratios measured on this machine: `python -m tests.benchmarks`.

A ratio of medians of interleaved runs stays true on a busy machine, which slows both sides. A
budget is never a test: whether one holds is read off the table.
"""
