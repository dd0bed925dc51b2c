"""The command line: the same services as the window, for the keyboard, for schedules, for support and for tests."""
