"""Answers of receiving teams that came: shown, corrected where needed, taken."""
