"""KBO open data: found by activity and postcode, read as a stream (the real files have tens of millions of rows)."""
