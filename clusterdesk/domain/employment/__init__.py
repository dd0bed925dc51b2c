"""Employment growth: from dated head counts to the year that qualifies, in exact decimals."""
