"""From a wish to print to pages: what is read in the desk's thread, drawn beside it, shown, printed and mailed."""
