"""Parcels are made from a real binder: the fixtures of the store."""

from tests.store.conftest import SteppingClock, binder, clock, store, template_binder

__all__ = ["SteppingClock", "binder", "clock", "store", "template_binder"]
