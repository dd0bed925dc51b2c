"""Typed reads of records, by Core: domain arguments in, frozen records out."""
