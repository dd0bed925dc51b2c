"""The ways back of an orientation: the answer form and its file, mails, and pasted text."""
