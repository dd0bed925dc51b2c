"""Pages before they are printed: seen, in the language and edition wanted, then printed, saved or mailed."""
