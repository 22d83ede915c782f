"""How fast the archive leaves as flat tables, and in how much memory: `python -m benchmarks.exports`."""
