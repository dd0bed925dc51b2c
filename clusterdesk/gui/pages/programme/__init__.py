"""The programme of the year: the strip, commitments, themes, who comes."""
