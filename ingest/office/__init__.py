"""Documents that are text already: office documents and web pages, a module or folder for each format."""
