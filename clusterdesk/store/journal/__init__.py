"""The change journal: the only writer, undo, history, the time machine and drafts."""
