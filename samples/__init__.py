"""Documents written for this project, and what makes them."""
