"""The year of the cluster in numbers."""
