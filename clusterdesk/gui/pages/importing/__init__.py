"""Importing lists and archives: choose, map the columns, look, import."""
