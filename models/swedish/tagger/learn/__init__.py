"""How the tagger is taught: text set as on paper, read as by an engine, and the labels that undo the damage."""
