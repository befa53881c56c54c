"""Where: names of places, and the places they mean."""
