"""Where: names of places, and the places they mean."""

from claimant.places.gazetteer import Gazetteer
from claimant.places.locating import locate
from claimant.places.place import Place

__all__ = ["Gazetteer", "Place", "locate"]
