"""The page of one orientation."""
