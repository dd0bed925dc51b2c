"""Application rules: functions that take the store and a command, and give back a result and what changed."""
