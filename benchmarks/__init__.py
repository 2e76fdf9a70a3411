"""Measures speed and memory, as ratios within one run. `make bench` prints them; docs/performance.md keeps them."""
