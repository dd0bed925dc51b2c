"""What can be imported: the fields of each kind of list and the headers they are known by."""
