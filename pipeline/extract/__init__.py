"""What a part of the outline says: one module for each thing that is extracted."""
