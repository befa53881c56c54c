from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimant.actors import ActorReader
from claimant.language.clauses import Clauses
from claimant.language.pipeline import load_pipeline
from claimant.sources.draft import Draft
from claimant.sources.reader import StatementReader

ReadDoc = Callable[..., tuple[Doc, list[Draft]]]


@pytest.fixture(scope="session")
def read_doc() -> ReadDoc:
    """A report's text → its document and its statements."""
    nlp, actors, statements = load_pipeline(), ActorReader(), StatementReader()

    def read(text: str, **options: object) -> tuple[Doc, list[Draft]]:
        doc = nlp(text)
        mentions = actors.read(doc, "2014-02-07")
        return doc, statements.read(doc, Clauses(doc), mentions, **options)

    return read
