"""The outbox behind the window: what waits for the shared drive is brought there while one works."""
