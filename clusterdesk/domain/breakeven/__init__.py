"""Break-even: thresholds of a period, worked calculations, and the events of a series of months. Pure and exact."""
