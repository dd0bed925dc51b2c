"""Data health: what is missing or doubtful, each row put right in place."""
