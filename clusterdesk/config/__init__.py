"""Settings, folders and reference data of this installation."""
