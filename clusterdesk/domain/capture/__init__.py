"""Quick capture: what a jotted line says, and what in a note looks like a promise or a figure. Pure."""
