"""The shared drive: bringing files to it whole, once, and without ever replacing anything.

Everything that touches the drive runs in a helper process (``drive_process``), which knows no binder;
``watched_process`` starts it, watches it, and replaces it when it hangs. ``rounds`` is what the window and the command
line use: it says what to do next (from the store), does it (with the helper), and writes down how it went (in the
store).
"""
