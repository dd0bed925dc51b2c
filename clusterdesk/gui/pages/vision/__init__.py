"""The common vision: a dossier in the making."""
