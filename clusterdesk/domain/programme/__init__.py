"""The programme of the year: what was promised to the members, counted; themes ranked by their votes; opinions."""
