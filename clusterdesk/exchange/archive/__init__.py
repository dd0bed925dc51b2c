"""The archive: everything of a binder as JSON Lines and documents, readable and writable by hand."""
