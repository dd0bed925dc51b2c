"""The page of a working group: members, meetings, what is still owed."""
