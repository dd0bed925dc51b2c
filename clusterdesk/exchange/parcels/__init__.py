"""The parcel of an orientation as files: a mail draft, a folder, exports for the team's folder."""
