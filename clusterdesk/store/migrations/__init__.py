"""One module per schema version: each leads from the one before to its own, and knows nothing of today's records."""
