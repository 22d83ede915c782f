"""What was printed where a sign was read: a network that looks at each sign among its neighbours."""
