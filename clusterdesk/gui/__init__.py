"""The window: the only importer of PySide6. Pages stand in ``pages``, what they are made of in ``widgets``."""
