"""Communication: what was published, and who was featured."""
