"""The diagnostic of an organisation: criteria scored, then and now, and what low scores ask of the plan."""
