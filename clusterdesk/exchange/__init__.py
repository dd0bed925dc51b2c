"""Import and export: workbooks, csv, archives, calendar and mail files."""
