"""Archives: what lies in a ZIP or TAR, judged before and while it is unpacked."""
