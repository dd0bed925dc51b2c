"""Grids of figures: what is due of all ledgers, and the months and lines of one."""
