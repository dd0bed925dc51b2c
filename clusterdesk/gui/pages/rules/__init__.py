"""The rules of counting in a dialog: parameters as fields, and what they would change before they are saved."""
