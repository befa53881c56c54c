"""A text in, its statements out: who says what, how, and through whom."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from claimant.record import Stance


class Says(NamedTuple):
    """A statement: the chain of sources, nearest first; the content, its pieces parted by " | "."""

    sources: str
    content: str
    stance: str = "asserts"


# Cue first
AFTER = [
    ("Oslo said it had no plans to expel the consul.", Says("Oslo", "it had no plans to expel the consul")),
    (
        "The ministry announced that the talks would resume in May.",
        Says("The ministry", "that the talks would resume in May"),
    ),
    (
        "A senior aide told reporters that the convoy had turned back.",
        Says("A senior aide", "that the convoy had turned back"),
    ),
    (
        "Two witnesses reported that the bridge was closed.",
        Says("Two witnesses", "that the bridge was closed"),
    ),
    ("Peru insists the border was drawn wrongly.", Says("Peru", "the border was drawn wrongly")),
    (
        "The poll shows that most islanders oppose the treaty.",
        Says("The poll", "that most islanders oppose the treaty"),
    ),
    ("The envoy pointed out that no map had been signed.", Says("The envoy", "that no map had been signed")),
    ("Ghana has complained about the patrols.", Says("Ghana", "the patrols")),
    (
        "The president called for an inquiry into the shooting.",
        Says("The president", "an inquiry into the shooting", "asks"),
    ),
    ("Chile urged Bolivia to withdraw its patrols.", Says("Chile", "to withdraw its patrols", "asks")),
    ("The general warned of a new offensive.", Says("The general", "a new offensive", "predicts")),
    ("Kenya pledged to send water and tents.", Says("Kenya", "to send water and tents", "predicts")),
    (
        "The opposition accused the government of hiding the report.",
        Says("The opposition", "hiding the report"),
    ),
    ("Critics described the deal as a surrender.", Says("Critics", "the deal as a surrender")),
    (
        "The minister appeared to suggest that the treaty was dead.",
        Says("The minister", "that the treaty was dead"),
    ),
    (
        "The speaker went on to say that the vote would be repeated.",
        Says("The speaker", "that the vote would be repeated"),
    ),
]

# Content first, or on both sides of the cue
BEFORE = [
    ("The pipeline has been shut, an official said.", Says("an official", "The pipeline has been shut")),
    (
        "The two navies will hold exercises in June, Interfax reported.",
        Says("Interfax", "The two navies will hold exercises in June"),
    ),
    (
        "Negotiations have collapsed, the spokesman told reporters on Monday.",
        Says("the spokesman", "Negotiations have collapsed"),
    ),
    (
        "Poland will close the crossing, a report said on Friday, as lorries queued for miles.",
        Says("a report", "Poland will close the crossing"),
    ),
    (
        "The envoys met three times in March, the newspaper said, but did not agree on a date.",
        Says("the newspaper", "The envoys met three times in March | but did not agree on a date"),
    ),
    (
        "The latest launch, Seoul said, was the fourth this year.",
        Says("Seoul", "The latest launch | was the fourth this year"),
    ),
    (
        "If the strike goes on, the union leader argues, the port will close.",
        Says("the union leader", "If the strike goes on | the port will close"),
    ),
]

QUOTED = [
    (
        '"We will not leave the valley," the commander said.',
        Says("the commander", '"We will not leave the valley,"'),
    ),
    (
        "“We will not leave the valley,” the commander said.",
        Says("the commander", "“We will not leave the valley,”"),
    ),
    (
        "``We will not leave the valley,'' the commander said.",
        Says("the commander", "``We will not leave the valley,''"),
    ),
    (
        "''We will not leave the valley,'' the commander said.",
        Says("the commander", "''We will not leave the valley,''"),
    ),
    ("“The road is open,” said Lena Ito, a pilot.", Says("Lena Ito", "“The road is open,”")),
    (
        "The mayor said: “The road is open. Nobody was hurt.”",
        Says("The mayor", "“The road is open. Nobody was hurt.”"),
    ),
    (
        "“The road is open,” the mayor said. “Nobody was hurt.”",
        Says("the mayor", "“The road is open,” | “Nobody was hurt.”"),
    ),
    ("“The road,” the mayor said, “is open again.”", Says("the mayor", "“The road,” | “is open again.”")),
    (
        "“The road is open. Nobody was hurt. We are proud,” the mayor said.",
        Says("the mayor", "“The road is open. Nobody was hurt. We are proud,”"),
    ),
    (
        "The judge called the ruling “a stain on the court”.",
        Says("The judge", "the ruling “a stain on the court”"),
    ),
    (
        "The minister said the raid was “a grave mistake”.",
        Says("The minister", "the raid was “a grave mistake”"),
    ),
    ("The mayor added:\n\n“The road is open.”", Says("The mayor", "“The road is open.”")),
    (
        "“The road is open,” the mayor said.\n\n“Nobody was hurt in the storm.”",
        Says("the mayor", "“The road is open,” | “Nobody was hurt in the storm.”"),
    ),
    (
        "“The road is open,” the mayor said. “Nobody was hurt.\n\n“We are proud of that.”",
        Says("the mayor", "“The road is open,” | “Nobody was hurt. | “We are proud of that.”"),
    ),
]

PHRASES = [
    (
        "According to the ministry, four ships have left the harbour.",
        Says("the ministry", "four ships have left the harbour"),
    ),
    (
        "Four ships have left the harbour, according to the ministry.",
        Says("the ministry", "Four ships have left the harbour"),
    ),
    (
        "The island, according to a survey, has no fresh water.",
        Says("a survey", "The island | has no fresh water"),
    ),
    ("In the words of the envoy, the plan is dead.", Says("the envoy", "the plan is dead")),
    (
        "The pilot was quoted as saying that the engine had failed.",
        Says("The pilot", "that the engine had failed"),
    ),
    (
        "The admiral was quoted by Interfax as saying the fleet was ready.",
        Says("The admiral < Interfax", "the fleet was ready"),
    ),
    ("Ceasefire holding in the north: monitors", Says("monitors", "Ceasefire holding in the north")),
    ("Putin: gas talks have failed\n\nThe talks took three days.", Says("Putin", "gas talks have failed")),
    (
        "ITO: Good evening. Is the harbour closed?\n\nMEYER: It is.",
        Says("ITO", "Good evening. Is the harbour closed"),
    ),
    ("“We waited for three days.” ― Lena Ito", Says("Lena Ito", "“We waited for three days.”")),
]

NOUNS = [
    ("Tehran's claim that the drone was armed is not new.", Says("Tehran", "that the drone was armed")),
    (
        "A claim by the rebels that the airport had fallen was not confirmed.",
        Says("the rebels", "that the airport had fallen"),
    ),
    (
        "The US accusation that the ship carried missiles was repeated.",
        Says("US", "that the ship carried missiles"),
    ),
    (
        "Ankara repeated its demand that the envoy be recalled.",
        Says("Ankara", "that the envoy be recalled", "asks"),
    ),
    ("The governor expressed doubt about the figures.", Says("The governor", "the figures", "doubts")),
    (
        "Nepal takes the position that the river marks the border.",
        Says("Nepal", "that the river marks the border"),
    ),
    ("Amid reports that the dam had burst, thousands fled.", Says("reports", "that the dam had burst")),
]

STANCES = [
    (
        "The embassy denied that its staff had been armed.",
        Says("The embassy", "that its staff had been armed", "denies"),
    ),
    ("Sudan denied any involvement in the raid.", Says("Sudan", "any involvement in the raid", "denies")),
    ("The army dismissed the reports as rumours.", Says("The army", "the reports", "denies")),
    ("The minister ruled out a withdrawal.", Says("The minister", "a withdrawal", "denies")),
    ("The minister refused to hand over the maps.", Says("The minister", "to hand over the maps", "denies")),
    (
        "The diplomat doubts that the truce will last.",
        Says("The diplomat", "that the truce will last", "doubts"),
    ),
    ("I do not believe the government will fall.", Says("I", "the government will fall", "doubts")),
    (
        "The official was not aware of any contact between the two sides.",
        Says("The official", "any contact between the two sides", "unaware"),
    ),
    (
        "The official was unaware that the ship had sailed.",
        Says("The official", "that the ship had sailed", "unaware"),
    ),
    ("The police knew nothing of the march.", Says("The police", "the march", "unaware")),
    (
        "The spokeswoman had no information about the arrests.",
        Says("The spokeswoman", "the arrests", "unaware"),
    ),
    ("The ministry declined to comment on the arrests.", Says("The ministry", "the arrests", "declines")),
    (
        "The army could not confirm that the village had been taken.",
        Says("The army", "that the village had been taken", "doubts"),
    ),
    (
        "The spokesman did not say whether the talks would go on.",
        Says("The spokesman", "whether the talks would go on", "unaware"),
    ),
    ("The general refused to confirm the losses.", Says("The general", "the losses", "declines")),
    ("Analysts expect the talks to fail.", Says("Analysts", "the talks to fail", "predicts")),
    (
        "The bank predicted that exports would shrink.",
        Says("The bank", "that exports would shrink", "predicts"),
    ),
    (
        "A reporter asked whether the border would reopen.",
        Says("A reporter", "whether the border would reopen", "asks"),
    ),
    (
        "Seoul hopes that the families can meet in spring.",
        Says("Seoul", "that the families can meet in spring", "predicts"),
    ),
    ("Villagers fear that the river will rise.", Says("Villagers", "that the river will rise", "predicts")),
    ("The prime minister wants to reopen the embassy.", Says("The prime minister", "to reopen the embassy")),
]

CHAINS = [
    (
        "Manila said it would arm its coastguard, the Jakarta Post reported.",
        Says("Manila < the Jakarta Post", "it would arm its coastguard"),
    ),
    (
        "The offer had been made twice, Interfax said, citing two diplomats in Baku.",
        Says("two diplomats in Baku < Interfax", "The offer had been made twice"),
    ),
    (
        "Interfax reported that an aide had said that the minister believed the war was lost.",
        Says("the minister < an aide < Interfax", "the war was lost"),
    ),
    (
        "Interfax reported that an aide had said that the minister believed the war was lost.",
        Says("an aide < Interfax", "that the minister believed the war was lost"),
    ),
    (
        "“The generals say the city will hold,” a nurse said.",
        Says("The generals < a nurse", "the city will hold"),
    ),
    ("“I think the city will hold,” a nurse said.", Says("a nurse", "the city will hold")),
    (
        "According to the newspaper, Cairo warned that the canal would close.",
        Says("Cairo < the newspaper", "that the canal would close", "predicts"),
    ),
]

PRONOUNS = [
    (
        "A foreign ministry spokesman met the press. He said the envoy had left.",
        Says("A foreign ministry spokesman", "the envoy had left"),
    ),
    (
        "The Mainichi Shimbun carried a long article. The paper said the islands were empty.",
        Says("The Mainichi Shimbun", "the islands were empty"),
    ),
    (
        "Vladimir Putin spoke for an hour, saying that the gas would flow.",
        Says("Vladimir Putin", "that the gas would flow"),
    ),
    (
        "Vladimir Putin, who said the gas would flow, left early.",
        Says("Vladimir Putin", "the gas would flow"),
    ),
]

ALL = [*AFTER, *BEFORE, *QUOTED, *PHRASES, *NOUNS, *STANCES, *CHAINS, *PRONOUNS]


@pytest.mark.parametrize(
    ("text", "wanted"), ALL, ids=[f"{text[:48]}:{says.content[:12]}" for text, says in ALL]
)
def test_statement(read_doc, text, wanted):
    _, drafts = read_doc(text)
    found = [
        Says(
            " < ".join(s.text for s in d.sources),
            " | ".join(text[start:end].replace("\n\n", " ") for start, end in d.content),
            d.stance.value,
        )
        for d in drafts
    ]
    assert wanted in found, found


SILENT = [
    "The ship left the harbour at dawn.",
    "Japan claims the islands.",
    "Iran attacked Iraq in the night.",
    "Both sides hold talks on Monday.",
    "The bridge held through the storm.",
    "In his book, published in May, the author left.",
    "The talks were expected to fail.",
    "Police questioned two men.",
    "Syria: 20 killed in market blast",
    "The museum raised its prices.",
    "OSLO: The museum raised its prices.",
    "It is unclear who is to blame for the leak.",
    "Troops began to leave on Friday.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_without_a_source(read_doc, text):
    _, drafts = read_doc(text)
    assert [(d.cue.text, [text[a:b] for a, b in d.content]) for d in drafts] == []


SOURCES = [
    ("A foreign ministry official said the road was shut.", "official", False, None),
    ("Diplomatic sources in Baku said the road was shut.", "source", False, None),
    ("The road was shut, a report said.", "report", False, None),
    ("Beijing said the road was shut.", "state", True, "CHN"),
    ("Japan said the road was shut.", "state", True, "JPN"),
    ("Xinhua said the road was shut.", "outlet", True, "CHN"),
    ("Vladimir Putin said the road was shut.", "person", True, "RUS"),
    ("Witnesses said the road was shut.", "witness", False, None),
    ("Analysts said the road was shut.", "expert", False, None),
    ("A court ruled that the road was public.", "court", False, None),
    ("A survey found that the road was shut.", "document", False, None),
    ("Protesters said the road was shut.", "crowd", False, None),
]


@pytest.mark.parametrize(("text", "kind", "named", "code"), SOURCES)
def test_source(read_doc, text, kind, named, code):
    _, drafts = read_doc(text)
    [source] = drafts[0].sources
    assert (source.kind, source.named) == (kind, named)
    if code:
        assert source.code == code


def test_offsets_are_those_of_the_text(read_doc):
    text = "Last night “it’s over” was chanted. The ﬁrst aide — Łukasz Żak — said the “deal” was dead."
    _, drafts = read_doc(text)
    for draft in drafts:
        assert text[draft.cue.start : draft.cue.end] == draft.cue.text
        for source in draft.sources:
            assert source.start is not None
            assert source.text in text[source.start : source.end]
        assert draft.start <= draft.cue.start < draft.end


def test_pronoun_source_points_at_the_pronoun(read_doc):
    text = "A foreign ministry spokesman met the press. He said the envoy had left."
    _, drafts = read_doc(text)
    source = drafts[-1].sources[0]
    assert text[source.start : source.end] == "He"
    assert source.text == "A foreign ministry spokesman"


def test_parent_and_order(read_doc):
    _, drafts = read_doc("Manila said it would arm its coastguard, the Jakarta Post reported.")
    said, reported = drafts
    assert said.parent is reported
    assert reported.parent is None


def test_topic_is_not_said_by_its_source(read_doc):
    _, drafts = read_doc("Seoul condemned the visit of the prime minister.")
    assert [d.topic for d in drafts] == [True]


def test_skipped_stretches_say_nothing(read_doc):
    text = "Oslo said it was ready. Rome said it was not."
    _, drafts = read_doc(text, skipped=[(0, 23)])
    assert [d.sources[0].text for d in drafts] == ["Rome"]


def test_this_newspaper_is_the_publisher(read_doc):
    _, drafts = read_doc("This newspaper reported that the mine had closed.", publisher="The Cape Argus")
    assert drafts[0].sources[0].text == "The Cape Argus"


def test_every_draft_has_its_reason(read_doc):
    _, drafts = read_doc("Oslo said it was ready, according to a report, but Rome denied that it had agreed.")
    assert drafts
    for draft in drafts:
        assert draft.reasons
        assert draft.reasons[0].rule.startswith("sources: ")
        assert draft.stance in Stance


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "“", '"', "said", "said said said", "“ ” “", "' ' '", ": :", "according to", "―"],
)
def test_odd_texts_do_no_harm(read_doc, text):
    _, drafts = read_doc(text)
    assert drafts == []
