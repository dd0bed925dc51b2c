"""The settings of the window: language, look, text size."""
