"""How the key of a message is written in a catalogue."""

CONTEXT_MARK = "\x04"
