"""Pages for each kind of reader, and the pictures in them."""
