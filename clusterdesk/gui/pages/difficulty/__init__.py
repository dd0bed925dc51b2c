"""The page of one difficulty: what it is, who meets it, what was said, how far it is, and what says the same."""
