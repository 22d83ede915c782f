"""Files of every kind, broken at random: no input may crash a run, hang it or write outside the archive."""
