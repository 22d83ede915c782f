"""Pictures of pages, drawn out of the files that an archive lists."""
