"""The common vision: the stages of its dossiers."""
