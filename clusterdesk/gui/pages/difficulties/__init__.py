"""The list of difficulties of the field, and noting one from anywhere."""
