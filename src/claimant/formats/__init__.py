"""Writing the record for people."""

from claimant.formats.page import render_record

__all__ = ["render_record"]
