"""What differs between the databases that hold archives, SQLite and PostgreSQL: all of it stands here."""
