"""Worked calculations by kind: named numbers in, named numbers out."""
