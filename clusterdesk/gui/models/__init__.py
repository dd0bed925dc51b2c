"""Table and list models that fetch their rows when painted."""
