"""The editable lists of the cluster."""
