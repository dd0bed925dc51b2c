"""Reading what people type: one text in, one typed value or a problem out. Pure, Belgian by default."""
