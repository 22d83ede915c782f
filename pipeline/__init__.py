"""Words -> repaired text -> structure -> record: stages without I/O, and the spine that calls them."""
