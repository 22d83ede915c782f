"""The archive in a browser, and for other systems over HTTP: for this machine, or for who shows a token."""
