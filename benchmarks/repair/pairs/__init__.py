"""Makes pairs of lines, as printed and as recognised, from text that is drawn, worn and recognised."""
