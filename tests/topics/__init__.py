"""Lists of topics: what is read, what is kept, what a second run changes."""
