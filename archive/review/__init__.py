"""What people correct: kept as what they did, and laid over what the program made."""
