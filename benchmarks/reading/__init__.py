"""How well, how fast and in how much memory pages are read, beside the programs that archives use today."""
