"""What is written to others about orientations."""
