"""The page of a meeting: who came, agenda, minutes, decisions and promises."""
