"""The exit codes of commands."""

DONE, KNOWN_ERROR, WRONG_USE, WITH_REFUSALS, CANCELLED = 0, 1, 2, 3, 130
