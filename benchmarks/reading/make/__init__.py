"""Makes pages with known text: invented texts, set in many faces, damaged in many ways, from a seed."""
