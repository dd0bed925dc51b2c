"""From the columns of a list to the fields of the records: guessed, corrected by hand, kept under a name."""
