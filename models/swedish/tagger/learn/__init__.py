"""How the tagger is taught: text set as on paper, read as by an engine, and labels that undo the damage."""
