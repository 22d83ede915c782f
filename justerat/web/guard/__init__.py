"""What stands between the network and the rest: names of hosts, headers, tags."""
