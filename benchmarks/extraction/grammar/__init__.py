"""The grammar of minutes: what is said in them, each value marked with what is true of it."""
