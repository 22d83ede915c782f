"""Where records are kept and how they leave: a folder with a database and a JSON file for each record."""
