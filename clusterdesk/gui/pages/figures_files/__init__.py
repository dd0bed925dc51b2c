"""Figures by file: taken in with a preview, written out, asked of companies."""
