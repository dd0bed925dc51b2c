"""Lists of the binder as tables: what goes into a spreadsheet, and what the agency receives."""
