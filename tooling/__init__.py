"""What `dev.py` is made of: standard library only, and written for old Pythons, because it has to find a newer one."""
