"""The board of orientations, their list, and how teams answer."""
