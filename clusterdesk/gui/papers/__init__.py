"""Papers about difficulties: read in a dialog before they leave."""
