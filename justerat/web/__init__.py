"""The archive in a browser, and for other systems over HTTP: read only, for this machine alone."""
