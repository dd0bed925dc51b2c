"""From the rows of a list to verdicts, and from verdicts to one operation that undo takes back."""
