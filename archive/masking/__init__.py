"""What a document says, without the personal numbers in it: for publication."""
