"""Where records are kept and how they leave."""
