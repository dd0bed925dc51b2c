"""Merging organisations that are the same, and taking merges apart."""
