"""The programs that are measured, each behind the same seam: pages in, texts and their cost out."""
