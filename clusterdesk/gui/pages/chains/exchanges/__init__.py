"""Offers and needs: noted, matched with why, introduced."""
