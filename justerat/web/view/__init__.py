"""What the pages show, made out of records: pure, without HTTP."""
