"""The network that brings coarse and damaged print back to what was printed: see CARD.md."""

import os

# As in models/swedish/tagger: it is imported by itself too, and what is imported first must say it.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
