"""Figures of ledgers in and out: sheets of months, what they would change, requests to companies."""
