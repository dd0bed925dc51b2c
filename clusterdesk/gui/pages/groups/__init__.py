"""The list of working groups: a tab of the place of value chains."""
