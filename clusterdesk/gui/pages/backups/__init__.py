"""Backups: how old they are, one more now, and going back to one."""
