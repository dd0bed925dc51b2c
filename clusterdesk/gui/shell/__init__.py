"""The main window: rail, pages, banner, toasts, back and forward."""
