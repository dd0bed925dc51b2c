"""The tab Jobs of an organisation: head counts, growth judged year by year, attestations."""
