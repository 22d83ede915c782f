"""What makes the pictures: each from the program's own output on the samples."""
