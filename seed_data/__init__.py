"""The demo listings: 1,200 fictional providers, and the program that writes them."""
