"""One package per place of the rail."""
