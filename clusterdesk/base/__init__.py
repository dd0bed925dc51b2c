"""What every layer may use: errors, ids, clock, names of files. Standard library only."""
