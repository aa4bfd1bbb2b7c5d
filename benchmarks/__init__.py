"""Figures of this version beside the naive way, in one run on one machine: `python -m benchmarks`."""
