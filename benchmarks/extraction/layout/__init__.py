"""How minutes are set on pages, and become PDFs and scans."""
