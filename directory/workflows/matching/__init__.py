"""What people who look for help ask: searches, matches, and how often they are seen."""
