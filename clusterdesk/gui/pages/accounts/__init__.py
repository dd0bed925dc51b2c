"""The tab Accounts: the annual accounts of an organisation, and the filed documents that prove them."""
