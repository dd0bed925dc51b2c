"""The coaching plan of an organisation: its files with tracks, milestones, time, promises and funding."""
