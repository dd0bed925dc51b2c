"""Figures of ledgers: periods, cells, complete months; pure rules."""
