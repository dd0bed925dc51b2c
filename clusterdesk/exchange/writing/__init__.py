"""Tables out: csv that Excel opens right and workbooks, in which nothing typed ever becomes a formula."""
