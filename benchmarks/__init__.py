"""Benchmarks: the product beside a small raw version of the same work, in one run. Only ratios count."""
