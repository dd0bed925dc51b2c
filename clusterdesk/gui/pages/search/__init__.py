"""Everything that holds the words looked for."""
