"""A year in numbers."""
