"""The programs that repair text: ours, its peers, and none."""
