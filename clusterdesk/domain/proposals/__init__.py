"""Results that the program proposes and a person confirms: one shape for break-even, industrialisation, employment."""
