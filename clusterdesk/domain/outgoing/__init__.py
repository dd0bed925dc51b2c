"""What leaves for the team: where it goes, when it is tried again, what state it is in."""
