"""Orientations: handing an organisation over to a team, and what comes back."""
