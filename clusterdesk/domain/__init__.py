"""Pure rules and records of the field: no input or output, no Qt, no database."""
