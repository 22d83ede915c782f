"""The web API, version 1: one module a kind of thing."""
