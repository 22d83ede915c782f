"""What the program knows of Swedish and of Swedish municipalities."""
