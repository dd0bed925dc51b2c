"""Difficulties met by companies: what is sent up to those who decide, and how nobody is recognised in it."""
