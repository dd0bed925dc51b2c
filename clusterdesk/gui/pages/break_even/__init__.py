"""Break-even of an organisation: the sentence, the chart, what if, and what the figures propose."""
