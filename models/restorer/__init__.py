"""The network that brings coarse and damaged print back to what was printed: see CARD.md."""
