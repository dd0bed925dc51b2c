"""Fields that are edited in place: no save button, saved on leaving, drafts while typing."""
