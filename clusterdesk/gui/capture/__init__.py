"""Quick capture over the window: one line, understood while it is typed, filed with Enter."""
