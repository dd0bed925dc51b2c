"""Which binder: the first start, and another one later."""
