"""Rules of value chains: which organisations work at a link, and which links nobody in the Region stands at."""
