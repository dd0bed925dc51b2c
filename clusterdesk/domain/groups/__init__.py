"""Rules of working groups: seats, mandates, who is expected at a meeting."""
