"""Prospects: the states they go through, and who may move them."""
