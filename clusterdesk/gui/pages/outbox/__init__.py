"""Envois: what goes to the team's folder."""
