"""Forms over records, made from the description of their fields, and cards that list parts of a record."""
