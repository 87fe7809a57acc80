"""How fast each format writes many quotes, and in how much memory."""
