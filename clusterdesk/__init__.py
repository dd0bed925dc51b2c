"""ClusterDesk: an offline desk for the account managers of a cluster of companies."""

__version__ = "0.1.0"
