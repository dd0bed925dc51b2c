"""The orientations of one organisation."""
