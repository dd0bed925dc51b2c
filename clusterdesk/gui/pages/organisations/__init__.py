"""The list of organisations, and choosing or making one."""
