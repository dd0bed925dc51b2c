"""Asking companies for their figures: a workbook that goes out, and what comes back in it."""
