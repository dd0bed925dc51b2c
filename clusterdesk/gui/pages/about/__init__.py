"""What the program is made of, and the reports kept on this computer."""
