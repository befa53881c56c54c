"""How a source came to know: chains of sources, nearest to the content first."""

from __future__ import annotations

import pytest

# Text, content, and the chain of the statement with that content.

CITING = [
    (
        "Reuters, citing Interfax, quoted a port official as saying that the crane had collapsed.",
        "that the crane had collapsed",
        ["a port official", "Interfax", "Reuters"],
    ),
    (
        "Anadolu, citing the daily Sabah, quoted a harbour master as saying that the convoy had turned back.",
        "that the convoy had turned back",
        ["a harbour master", "the daily Sabah", "Anadolu"],
    ),
    (
        "The Bangkok Post cited a senior monk as saying that the abbot had told him of a planned march.",
        "a planned march",
        ["the abbot", "a senior monk", "The Bangkok Post"],
    ),
    (
        "Haaretz cited a negotiator as saying that the sheikh had told him that the well was poisoned.",
        "that the well was poisoned",
        ["the sheikh", "a negotiator", "Haaretz"],
    ),
    (
        "The Straits Times quoted a shipping agent as saying that the captain had informed him of a leak.",
        "a leak",
        ["the captain", "a shipping agent", "The Straits Times"],
    ),
    (
        "The governor said his deputy had been told by the engineers that the dam would hold.",
        "that the dam would hold",
        ["the engineers", "his deputy", "The governor"],
    ),
    (
        "An aide said the cabinet had been briefed by the army that the bridge was mined.",
        "that the bridge was mined",
        ["the army", "the cabinet", "An aide"],
    ),
    (
        "The ambassador said his staff had been informed by the harbour police that two men were missing.",
        "that two men were missing",
        ["the harbour police", "his staff", "The ambassador"],
    ),
    (
        "The villagers were warned by soldiers that the road was mined, a priest said.",
        "that the road was mined",
        ["soldiers", "The villagers", "a priest"],
    ),
    (
        "Reporters were told by a clerk that the road was mined.",
        "that the road was mined",
        ["a clerk"],
    ),
    (
        "The fleet is ready, the admiral was quoted by Interfax as saying.",
        "The fleet is ready",
        ["the admiral", "Interfax"],
    ),
    (
        "The fleet will sail in May, the admiral was quoted as saying by Xinhua.",
        "The fleet will sail in May",
        ["the admiral", "Xinhua"],
    ),
    (
        "“Nobody will starve,” the minister was quoted by Tass as saying.",
        "“Nobody will starve,”",
        ["the minister", "Tass"],
    ),
    (
        "The judge was quoted in the Daily Nation as saying that the files had vanished.",
        "that the files had vanished",
        ["The judge", "the Daily Nation"],
    ),
    (
        "“The fleet is ready,” the admiral said, as quoted by Interfax.",
        "“The fleet is ready,”",
        ["the admiral", "Interfax"],
    ),
    (
        "The road is shut, according to the mayor, as quoted by Le Monde.",
        "The road is shut",
        ["the mayor", "Le Monde"],
    ),
    (
        "The driver, as quoted by Interfax, said the bus was empty.",
        "the bus was empty",
        ["The driver", "Interfax"],
    ),
]

HAVING_IT_FROM = [
    (
        "The Jakarta Globe, quoting an officer who said he had it from a customs official, "
        "reported that the cargo was arms.",
        "that the cargo was arms",
        ["a customs official", "an officer", "The Jakarta Globe"],
    ),
    (
        "The cargo was arms, Interfax reported, quoting an officer who heard it from a customs official.",
        "The cargo was arms",
        ["a customs official", "an officer", "Interfax"],
    ),
    (
        "The Observer, quoting an adviser who learned it from a courier, said that the king had fled.",
        "that the king had fled",
        ["a courier", "an adviser", "The Observer"],
    ),
    (
        "The king has fled, according to a merchant who had the news from a sailor.",
        "The king has fled",
        ["a sailor", "a merchant"],
    ),
    (
        "The station cited a doctor who got the story from a nurse as saying that the ward was full.",
        "that the ward was full",
        ["a nurse", "a doctor", "The station"],
    ),
    (
        "The ward was full, said a doctor who had been told by a nurse.",
        "The ward was full",
        ["a nurse", "a doctor"],
    ),
    (
        "The president is ill, according to a diplomat briefed by a bodyguard.",
        "The president is ill",
        ["a bodyguard", "a diplomat"],
    ),
    (
        "The village was burnt, said a group that relied on accounts from residents.",
        "The village was burnt",
        ["residents", "a group"],
    ),
    (
        "A report based on testimony from refugees said the village was burnt.",
        "the village was burnt",
        ["refugees", "A report"],
    ),
    (
        "A group that draws on testimony from deserters said the camp had been moved.",
        "the camp had been moved",
        ["deserters", "A group"],
    ),
    (
        "The report, which relied on interviews with prisoners, says that the cells are flooded.",
        "that the cells are flooded",
        ["prisoners", "The report"],
    ),
    (
        "A study based on figures from the central bank found that exports had fallen.",
        "that exports had fallen",
        ["figures from the central bank", "A study"],
    ),
    (
        "The consul has been recalled, according to an envoy who attributes the news to an attaché.",
        "The consul has been recalled",
        ["an attaché", "an envoy"],
    ),
    (
        "The tanker has sunk, the Cape Times said, citing Reuters, which in turn cited a clerk in Dakar.",
        "The tanker has sunk",
        ["a clerk in Dakar", "Reuters", "the Cape Times"],
    ),
    (
        "The tanker has sunk, Kathimerini reported, citing Anadolu, which quoted a coastguard officer.",
        "The tanker has sunk",
        ["a coastguard officer", "Anadolu", "Kathimerini"],
    ),
    (
        "The raid failed, said a sergeant who was passing on what a pilot had told him.",
        "The raid failed",
        ["a pilot", "a sergeant"],
    ),
    (
        "The envoy had heard from a clerk that the road was shut, Interfax said.",
        "that the road was shut",
        ["a clerk", "The envoy", "Interfax"],
    ),
    (
        "According to the New York Times, which cited two officials briefed by pilots, the strike failed.",
        "the strike failed",
        ["pilots", "two officials", "the New York Times"],
    ),
    # What somebody got, fled from or put down to somebody is no news that he passes on
    ("A colonel who got rifles from Oslo said the raid had failed.", "the raid had failed", ["A colonel"]),
    ("A clerk who had fled from Mosul said the raid had failed.", "the raid had failed", ["A clerk"]),
    ("An envoy who attributed the raid to Oslo said it had failed.", "it had failed", ["An envoy"]),
    ("A charity based on the coast said the raid had failed.", "the raid had failed", ["A charity"]),
]

CARRIERS = [
    (
        "The mine has closed, according to a statement from the union that the Lusaka Times printed.",
        "The mine has closed",
        ["a statement from the union", "the Lusaka Times"],
    ),
    (
        "A memorandum quoted in Tuesday's Washington Post mentions a defector's claim that the plant moved.",
        "that the plant moved",
        ["a defector", "A memorandum", "Washington Post"],
    ),
    (
        "A diary published in Sunday's Observer describes the prisoner's claim that the guards were drunk.",
        "that the guards were drunk",
        ["the prisoner", "A diary", "Observer"],
    ),
    (
        "The general said in a letter seen by Reuters that the truce was over.",
        "that the truce was over",
        ["The general", "Reuters"],
    ),
    (
        "Cables obtained by the BBC suggest that the envoy had lied.",
        "that the envoy had lied",
        ["Cables", "the BBC"],
    ),
    (
        "A recording broadcast by Al Jazeera suggests that the hostages are alive.",
        "that the hostages are alive",
        ["A recording broadcast", "Al Jazeera"],
    ),
    (
        "The premier said in remarks carried by Xinhua that the border would open.",
        "that the border would open",
        ["The premier", "Xinhua"],
    ),
    (
        "The chancellor said in an interview with Der Spiegel published on Sunday that the talks had failed.",
        "that the talks had failed",
        ["The chancellor", "Der Spiegel"],
    ),
    (
        "In an interview with Al Arabiya, the sultan said that the strait would stay open.",
        "that the strait would stay open",
        ["the sultan", "Al Arabiya"],
    ),
    (
        "Speaking to Sky News, the admiral said the frigate had been hit.",
        "the frigate had been hit",
        ["the admiral", "Sky News"],
    ),
    (
        "The minister wrote in an article for the Financial Times that the debt was too high.",
        "that the debt was too high",
        ["The minister", "the Financial Times"],
    ),
    (
        "The ambassador, in an interview published by Le Figaro on Friday, accused Oman of closing the pass.",
        "closing the pass",
        ["The ambassador", "Le Figaro"],
    ),
    (
        "In a letter to the assembly seen by Reuters, Iran denied that it had supplied drones.",
        "that it had supplied drones",
        ["Iran", "Reuters"],
    ),
    (
        "According to a report in the Daily Mirror, the pass is closed.",
        "the pass is closed",
        ["a report in the Daily Mirror"],
    ),
    (
        "The premier told the BBC's Lena Ito that the pass was open.",
        "that the pass was open",
        ["The premier", "the BBC"],
    ),
    (
        "South Korea's intelligence service believes that Kim is ill, two lawmakers told Yonhap.",
        "that Kim is ill",
        ["South Korea's intelligence service", "two lawmakers", "Yonhap"],
    ),
    ("The border will open, two lawmakers told Yonhap.", "The border will open", ["two lawmakers", "Yonhap"]),
    (
        "A minister told the Press Trust of India that the border would open.",
        "that the border would open",
        ["A minister", "the Press Trust of India"],
    ),
    (
        "The border will open, a guard told the BBC and Reuters.",
        "The border will open",
        ["a guard", "the BBC", "Reuters"],
    ),
    (
        "The minister told reporters that the border would open.",
        "that the border would open",
        ["The minister"],
    ),
    (
        "The minister told parliament that the border would open.",
        "that the border would open",
        ["The minister"],
    ),
    (
        "A reporter for the BBC said that the border was open.",
        "that the border was open",
        ["A reporter for the BBC"],
    ),
    (
        "The spy agency believes that the leader is ill, two lawmakers told Yonhap.",
        "that the leader is ill",
        ["The spy agency", "two lawmakers", "Yonhap"],
    ),
    (
        "Three men were lost, a message from the outpost said, a brigadier told the agency.",
        "Three men were lost",
        ["a message from the outpost", "a brigadier", "the agency"],
    ),
    ("Hanoi says the reef is Vietnamese, Xinhua said.", "the reef is Vietnamese", ["Hanoi", "Xinhua"]),
]

SHORT = [
    (
        "The Mainichi Shimbun carried an article. A letter seen by the paper says that the isles are empty.",
        "that the isles are empty",
        ["A letter", "The Mainichi Shimbun"],
    ),
    (
        "A foreign ministry spokesman met us. He was quoted by Interfax as saying that the envoy had left.",
        "that the envoy had left",
        ["A foreign ministry spokesman", "Interfax"],
    ),
    (
        "The Cape Argus interviewed the mayor. The mayor told the daily that the port was shut.",
        "that the port was shut",
        ["The mayor", "The Cape Argus"],
    ),
    ("In the minister's words, the plan is dead.", "the plan is dead", ["the minister"]),
    (
        "The plan is “dead and buried”, in the envoy's words.",
        "The plan is “dead and buried”",
        ["the envoy"],
    ),
    ("By the ministry's own account, the dam is leaking.", "the dam is leaking", ["the ministry"]),
    ("Talks will resume in March – foreign minister", "Talks will resume in March", ["foreign minister"]),
    ("Talks will resume in March - Interfax", "Talks will resume in March", ["Interfax"]),
    ("Putin: talks will resume in March", "talks will resume in March", ["Putin"]),
]

# Sources named side by side are links of their own, in the order of the text.
SIDE_BY_SIDE = [
    ("London and Tehran both deny that talks were held.", "that talks were held", ["London", "Tehran"]),
    (
        "London, Paris and Berlin said the talks would go on.",
        "the talks would go on",
        ["London", "Paris", "Berlin"],
    ),
    (
        "The prime minister and the king said the pact was dead.",
        "the pact was dead",
        ["The prime minister", "the king"],
    ),
    ("According to Oslo and Rome, the pact is dead.", "the pact is dead", ["Oslo", "Rome"]),
    (
        "Neither London nor Tehran confirmed that talks were held.",
        "that talks were held",
        ["London", "Tehran"],
    ),
    (
        "A colonel and two privates told the BBC that the depot was empty.",
        "that the depot was empty",
        ["A colonel", "two privates", "the BBC"],
    ),
    ("The police and the army say the city is calm.", "the city is calm", ["The police", "the army"]),
    (
        "Sources in Baku and Tehran said the pact was dead.",
        "the pact was dead",
        ["Sources in Baku and Tehran"],
    ),
    ("His friend and colleague said the pact was dead.", "the pact was dead", ["His friend and colleague"]),
    (
        "The Bank of England and Wales said the pact was dead.",
        "the pact was dead",
        ["The Bank of England and Wales"],
    ),
]

ALL = [*CITING, *HAVING_IT_FROM, *CARRIERS, *SHORT, *SIDE_BY_SIDE]


@pytest.mark.parametrize(("text", "content", "names"), ALL, ids=[text[:60] for text, _, _ in ALL])
def test_chain(read_doc, text, content, names):
    _, drafts = read_doc(text)
    found = [
        ([s.text for s in d.sources], " | ".join(text[a:b] for a, b in d.content))
        for d in drafts
        if not d.topic
    ]
    assert (names, content) in found, found
    assert [n for n, c in found if c == content] == [names]


def test_chains_do_not_name_a_source_twice(read_doc):
    for text, _, _ in ALL:
        for draft in read_doc(text)[1]:
            names = [s.text.lower() for s in draft.sources]
            assert len(set(names)) == len(names), (text, names)


def test_every_link_points_at_its_words(read_doc):
    text = (
        "The Observer, quoting an adviser who learned it from a courier, told the BBC that the king had fled."
    )
    _, drafts = read_doc(text)
    [draft] = [d for d in drafts if len(d.sources) > 2]
    assert [text[s.start : s.end] for s in draft.sources] == [s.text for s in draft.sources]


def test_an_outlet_is_one_by_its_masthead(read_doc):
    _, drafts = read_doc("Two pilots told the Lusaka Times that the radar had failed.")
    assert [s.kind for s in drafts[0].sources][1] == "outlet"
