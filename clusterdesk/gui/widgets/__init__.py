"""Widgets that pages are made of; each takes a Kit and knows nothing of the store."""
