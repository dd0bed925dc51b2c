"""Making the parcel of an orientation: what goes, what stays, and where to."""
