"""Reading lists: csv, xlsx and ods files become one kind of table, with what is odd about them."""
