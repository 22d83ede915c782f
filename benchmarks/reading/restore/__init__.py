"""Teaches the network that restores coarse and damaged print (models/restorer) from drawn print."""
