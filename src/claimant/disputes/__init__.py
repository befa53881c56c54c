"""About what: the registry of disputes, linking words to them, and positions."""

from claimant.disputes.dispute import Dispute, read_dispute
from claimant.disputes.draft import PositionDraft
from claimant.disputes.linking import DisputeLinker
from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.positions import PositionReader
from claimant.disputes.registry import Disputes, load_disputes

__all__ = ["Dispute", "DisputeLinker", "DisputeMention", "DisputeMentions", "Disputes", "PositionDraft",
           "PositionReader", "load_disputes", "read_dispute"]  # fmt: skip
