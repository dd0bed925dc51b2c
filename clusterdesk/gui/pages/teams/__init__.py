"""The directory of receiving teams."""
