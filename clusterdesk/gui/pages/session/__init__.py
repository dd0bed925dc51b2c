"""The page of a session: a visit, meeting, call or mail."""
