"""An event: what, when, where, who takes part, what was said."""
