"""The board of a strategy: what is expected by a day, what was frozen."""
