"""What paper, ink, stamps, copiers, scanners and files do to a page: pure functions of a page and a seed.

Each takes a `Print` and a generator and gives a new `Print`. Lengths are meant on paper: at twice the dpi a
thing is twice as many pixels wide.
"""
