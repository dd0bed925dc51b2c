"""Counting the indicators of the strategy: what is achieved, when, by which rules, and how it is proved."""
