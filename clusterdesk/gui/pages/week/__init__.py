"""Week: whom to see and why, and the days to see them on."""
