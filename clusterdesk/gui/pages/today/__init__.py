"""Today: whom one sees, what was promised, who is silent."""
