"""Where the documents come from: drawn pages, sound texts, pairs that someone has."""
