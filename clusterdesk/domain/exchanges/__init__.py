"""Offers and needs that meet: compared offline, each match with why."""
