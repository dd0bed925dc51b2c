"""Pages on paper: each document is a function from (read model, Translator) to bytes.

The only importer of reportlab. Nothing here reads the store: whatever a page shows is handed in.
"""
