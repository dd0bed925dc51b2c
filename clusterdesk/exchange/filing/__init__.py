"""Files that come from a phone, a scanner or a mail program: what they tell about themselves."""
