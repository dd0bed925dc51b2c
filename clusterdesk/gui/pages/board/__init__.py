"""The board: how far each indicator of the strategy is, what counts and why, and what is missing."""
