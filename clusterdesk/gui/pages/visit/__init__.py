"""Visit mode: the whole screen for the talk, then a look at what was caught."""
