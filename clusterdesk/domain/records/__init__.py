"""The records of the field, frozen: one module per aggregate."""
