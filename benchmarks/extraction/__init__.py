"""How right the records are of minutes made from a grammar, decade by decade and value by value."""
