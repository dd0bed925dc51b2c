"""Windows over the main window: the sheet of keys, errors."""
