"""The reader's pages. A view parses the address, reads what is live, and hands finished objects to one template."""
