"""What readers get, measured in a real Chromium on the sample newsroom, served as in production."""
