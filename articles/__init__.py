"""The newsroom's one app: the desk's working copies, the paper's editions, and the way from one to the other."""
