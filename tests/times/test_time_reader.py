"""Sentences with their dateline in, time expressions with value and type out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimant.times import TimeReader

READER = TimeReader()

D, T, P, S = "DATE", "TIME", "DURATION", "SET"

# 2014-02-07 is a Friday.
ABSOLUTE = [
    ("2014-02-07", "The talks opened on 7 February 2014.", [("7 February 2014", "2014-02-07", D)]),
    ("2014-02-07", "They ended on Feb. 9, 2013.", [("Feb. 9, 2013", "2013-02-09", D)]),
    ("2014-02-07", "It was signed on the 3rd of May, 1998.", [("3rd of May, 1998", "1998-05-03", D)]),
    ("2014-02-07", "Published Friday, 07 February, 2014.", [("Friday, 07 February, 2014", "2014-02-07", D)]),
    ("2014-02-07", "Ships were seen on 2014-02-06.", [("2014-02-06", "2014-02-06", D)]),
    ("2014-02-07", "Ships were seen on 2014/02/06.", [("2014/02/06", "2014-02-06", D)]),
    ("2014-02-07", "Ships were seen on 06/02/2014.", [("06/02/2014", "2014-02-06", D)]),
    ("2014-02-07", "Ships were seen on 02/06/2014 off Jeju.", [("02/06/2014", "2014-02-06", D)]),
    ("2014-02-07", "The pact expired on 31.12.2013.", [("31.12.2013", "2013-12-31", D)]),
    ("2014-02-07", "It took office in December 2012.", [("December 2012", "2012-12", D)]),
    ("2014-02-07", "It was agreed in Sept. 2013.", [("Sept. 2013", "2013-09", D)]),
    (
        "2014-02-07",
        "The summit takes place on 24-25 March.",
        [("24", "2014-03-24", D), ("25 March", "2014-03-25", D)],
    ),
    (
        "2014-02-07",
        "Negotiators met from January 3 to 5 in Geneva.",
        [("January 3", "2014-01-03", D), ("5", "2014-01-05", D)],
    ),
    (
        "2014-02-07",
        "Between November and January 2013, ten ships were seen.",
        [("November", "2012-11", D), ("January 2013", "2013-01", D)],
    ),
    ("2014-02-07", "Syria lost it in the June war of 1967.", [("the June war of 1967", "1967-06", D)]),
    (
        "2014-02-07",
        "It fell in the spring offensive of 1918.",
        [("the spring offensive of 1918", "1918-SP", D)],
    ),
    (
        "2014-02-07",
        "It began in May 1998. Ten weeks later Asmara was bombed.",
        [("May 1998", "1998-05", D), ("Ten weeks later", "1998-07", D)],
    ),
    ("2014-11-07", "Talks resume in the new year.", [("the new year", "2015", D)]),
    ("2014-02-07", "He was arrested in October last year.", [("October last year", "2013-10", D)]),
    ("2014-02-07", "The offer had been made since 2010.", [("2010", "2010", D)]),
    ("2014-02-07", "The 2008 war cost both sides dear.", [("2008", "2008", D)]),
    ("2014-02-07", "The war of 1992-95 left scars.", [("1992", "1992", D), ("95", "1995", D)]),
    ("2014-02-07", "They ask for the pre-1967 lines.", [("pre-1967", "1967", D)]),
    ("2014-02-07", "Both fled in the year 2000.", [("the year 2000", "2000", D)]),
    (
        "2014-02-07",
        "Protests in the late 1980s and the mid-1990s led to reform.",
        [("late 1980s", "198X", D), ("mid-1990s", "199X", D)],
    ),
    ("2014-02-07", "Relations soured in the '90s.", [("'90s", "199X", D)]),
    ("2014-02-07", "The border was drawn in the nineteenth century.", [("nineteenth century", "18XX", D)]),
    (
        "2014-02-07",
        "A fort of the 3rd century BC fell in 44 BC.",
        [("3rd century BC", "BC02XX", D), ("44 BC", "BC0044", D)],
    ),
    ("2014-02-07", "An early 20th century map shows it.", [("early 20th century", "19XX", D)]),
    (
        "2014-02-07",
        "Growth slowed in the third quarter of 2013.",
        [("the third quarter of 2013", "2013-Q3", D)],
    ),
    ("2014-02-07", "Exports fell in Q4 2013.", [("Q4 2013", "2013-Q4", D)]),
    (
        "2014-02-07",
        "Trade grew in the first half of last year.",
        [("the first half of last year", "2013-H1", D)],
    ),
    ("2014-02-07", "Spending rises in fiscal 2015.", [("fiscal 2015", "FY2015", D)]),
    ("2014-02-07", "Tanks came in the summer of 1968.", [("the summer of 1968", "1968-SU", D)]),
    ("2014-02-07", "The base closes at the end of March.", [("the end of March", "2014-03", D)]),
    ("2014-02-07", "It should close by the end of 2016.", [("the end of 2016", "2016", D)]),
    ("2014-02-07", "The week of March 3 will be decisive.", [("The week of March 3", "2014-W10", D)]),
    ("2014-02-07", "Nothing moved on Christmas Eve 1991.", [("Christmas Eve 1991", "1991-12-24", D)]),
    ("2014-02-07", "They landed on Thanksgiving Day.", [("Thanksgiving Day", "2013-11-28", D)]),
    ("2015-04-01", "The pope will speak on Good Friday.", [("Good Friday", "2015-04-03", D)]),
]

ACCOUNTS = [
    ("2014-02-07", "Profit rose in Q3.", [("Q3", "2013-Q3", D)]),
    (
        "2014-02-07",
        "Profit rose in 4Q13, in 1Q 2013 and in H1 2013.",
        [("4Q13", "2013-Q4", D), ("1Q 2013", "2013-Q1", D), ("H1 2013", "2013-H1", D)],
    ),
    ("2014-02-07", "Third-quarter profit rose.", [("Third-quarter", "2013-Q3", D)]),
    ("2014-02-07", "First-half sales rose in 2013.", [("First-half", "2014-H1", D), ("2013", "2013", D)]),
    (
        "2014-02-07",
        "It lost money in the fiscal 2012 second quarter and in last year's third quarter.",
        [("the fiscal 2012 second quarter", "2012-Q2", D), ("last year's third quarter", "2013-Q3", D)],
    ),
    ("2014-02-07", "They aim to leave by year end.", [("year end", "2014", D)]),
    ("2014-02-07", "Exports fell last quarter.", [("last quarter", "2013-Q4", D)]),
    (
        "2014-02-07",
        "Exports fell in the last quarter of 2013.",
        [("the last quarter of 2013", "2013-Q4", D)],
    ),
    (
        "2014-02-07",
        "Sales for FY2013 rose; for FY14 they may fall.",
        [("FY2013", "FY2013", D), ("FY14", "FY2014", D)],
    ),
    (
        "2014-02-07",
        "Spending grew in the last fiscal year and in this academic year.",
        [("the last fiscal year", "FY2013", D), ("this academic year", "2013-09/2014-08", D)],
    ),
    (
        "2014-02-07",
        "In the quarter ended September 30, output fell.",
        [("the quarter", "2013-Q3", D), ("September 30", "2013-09-30", D)],
    ),
    (
        "2014-02-07",
        "In the year ended March 31, 2013, output fell.",
        [("the year", "FY2013", D), ("March 31, 2013", "2013-03-31", D)],
    ),
    (
        "2014-02-07",
        "It lost money in the third quarter, after a profit in the year-ago period.",
        [("the third quarter", "2013-Q3", D), ("the year-ago period", "2012-Q3", D)],
    ),
    (
        "2014-02-07",
        "Fourth-quarter exports fell; imports in the quarter rose from the same quarter last year.",
        [
            ("Fourth-quarter", "2013-Q4", D),
            ("the quarter", "2013-Q4", D),
            ("the same quarter last year", "2012-Q4", D),
        ],
    ),
    (
        "2014-02-07",
        "In January arrivals fell from the same month a year earlier.",
        [("January", "2014-01", D), ("the same month a year earlier", "2013-01", D)],
    ),
    ("2014-02-07", "That is up from the year-earlier figure.", [("the year-earlier", "2013", D)]),
    (
        "2014-09-07",
        "In the first seven months of the year, exports fell.",
        [("the first seven months", "P7M", P), ("the year", "2014", D)],
    ),
]

FEASTS = [
    ("2014-02-07", "Fighting eased during Ramadan.", [("Ramadan", "2013-07-09/2013-08-07", D)]),
    ("2014-02-07", "He will return after Ramadan.", [("Ramadan", "2014-06-29/2014-07-28", D)]),
    ("2014-02-07", "It rose at the end of Ramadan.", [("the end of Ramadan", "2013-08-07", D)]),
    ("2014-02-07", "They attacked on Yom Kippur 1973.", [("Yom Kippur 1973", "1973-10-06", D)]),
    ("2014-02-07", "They will meet during Hanukkah.", [("Hanukkah", "2014-12-17/2014-12-24", D)]),
    ("2013-04-07", "A truce will hold over Orthodox Easter.", [("Orthodox Easter", "2013-05-05", D)]),
    ("2001-01-03", "They were freed for Eid al-Fitr.", [("Eid al-Fitr", "2000-12-28", D)]),
]

PARTS = [
    ("2014-02-07", "It opens in the first week of June.", [("the first week of June", "2014-W23", D)]),
    ("2014-02-07", "It fell in the last days of May 2013.", [("the last days of May 2013", "2013-05", D)]),
    (
        "2014-02-07",
        "They met on the third Monday of May 2013.",
        [("the third Monday of May 2013", "2013-05-20", D)],
    ),
    (
        "2014-02-07",
        "They met on the last Friday in May 2013.",
        [("the last Friday in May 2013", "2013-05-31", D)],
    ),
    (
        "2014-02-07",
        "It rained on the first weekend of March 2013.",
        [("the first weekend of March 2013", "2013-W09-WE", D)],
    ),
    ("2014-02-07", "It broke out in the early days of 2012.", [("the early days of 2012", "2012", D)]),
    ("2014-02-07", "It began in early spring.", [("early spring", "2013-SP", D)]),
    ("2014-02-07", "They will leave by late summer.", [("late summer", "2014-SU", D)]),
    (
        "2014-02-07",
        "Maps of the late 19th and early 20th centuries show it.",
        [("late 19th", "18XX", D), ("early 20th centuries", "19XX", D)],
    ),
]

STEPS = [
    (
        "2014-02-07",
        "On Tuesday shells fell at dawn; in the evening it was quiet.",
        [
            ("Tuesday", "2014-02-04", D),
            ("dawn", "2014-02-04TMO", T),
            ("the evening", "2014-02-04TEV", T),
        ],
    ),
    (
        "2014-02-07",
        "He was freed on 5 January 2012. Days later he fled; five days before, his brother had fled.",
        [
            ("5 January 2012", "2012-01-05", D),
            ("Days later", "PXD", P),
            ("five days before", "2011-12-31", D),
        ],
    ),
    ("2014-02-07", "They met the week before last.", [("the week before last", "2014-W04", D)]),
    ("2014-02-07", "It fell the year before last.", [("the year before last", "2012", D)]),
    ("2014-02-07", "It fell the night before last.", [("the night before last", "2014-02-05TNI", T)]),
    (
        "2014-02-07",
        "On 3 March 2013 the envoy left; the day before, he had met the king.",
        [("3 March 2013", "2013-03-03", D), ("the day before", "2013-03-02", D)],
    ),
    (
        "2014-02-07",
        "Arrests rose to 50 in 2012 from 40 the year before.",
        [("2012", "2012", D), ("the year before", "2011", D)],
    ),
    (
        "2014-02-07",
        "They met on 5 January. Later in the day they signed.",
        [("5 January", "2014-01-05", D), ("Later in the day", "2014-01-05", D)],
    ),
    (
        "2014-02-07",
        "He was freed in 2009. The army will vote later in the year.",
        [("2009", "2009", D), ("later in the year", "2014", D)],
    ),
    (
        "2014-02-07",
        "Talks opened on January 20 and ended on the 24th.",
        [("January 20", "2014-01-20", D), ("the 24th", "2014-01-24", D)],
    ),
    (
        "2014-02-07",
        "He stays for the rest of the week and the remainder of 2014.",
        [("the rest of the week", "2014-W06", D), ("the remainder of 2014", "2014", D)],
    ),
    ("2014-02-07", "The mandate runs until end-2015.", [("end-2015", "2015", D)]),
    ("2014-02-07", "They fled the day after Christmas.", [("the day after Christmas", "2013-12-26", D)]),
    ("2014-02-07", "He died on the eve of March 3, 1991.", [("the eve of March 3, 1991", "1991-03-02", D)]),
    (
        "2014-02-07",
        "Paris broke off talks, and Rome followed a day later.",
        [("a day later", "2014-02-08", D)],
    ),
]

TENSE = [
    (
        "2014-02-07",
        "The deal signed on Monday will be published on Wednesday.",
        [("Monday", "2014-02-03", D), ("Wednesday", "2014-02-12", D)],
    ),
    (
        "2014-02-07",
        "The embassy, which closed in March, will reopen in June.",
        [("March", "2013-03", D), ("June", "2014-06", D)],
    ),
    ("2014-02-07", "The terms were set on Monday.", [("Monday", "2014-02-03", D)]),
    ("2014-02-07", "The suspects appear in court on Monday.", [("Monday", "2014-02-10", D)]),
    ("2014-02-07", "It will be signed on Monday.", [("Monday", "2014-02-10", D)]),
    ("2014-02-07", "His term ends in May.", [("May", "2014-05", D)]),
    ("2014-02-07", "They lose if the case is heard in May.", [("May", "2014-05", D)]),
    ("2014-02-07", "Once the bill is passed in April, it binds.", [("April", "2014-04", D)]),
    ("2014-02-07", "Ministers meet in Geneva on Tuesday.", [("Tuesday", "2014-02-11", D)]),
    ("2014-02-07", "The leaders are meeting on Tuesday.", [("Tuesday", "2014-02-11", D)]),
    ("2014-02-07", "Israel goes to the polls on Tuesday.", [("Tuesday", "2014-02-11", D)]),
    ("2014-02-07", "Talks planned for Monday were put off.", [("Monday", "2014-02-10", D)]),
    (
        "2014-02-07",
        "Nothing could stop the blast that tore through it Monday.",
        [("Monday", "2014-02-03", D)],
    ),
    (
        "2014-02-07",
        "He told reporters late Wednesday that he would fly to Rome on Thursday.",
        [("Wednesday", "2014-02-05", D), ("Thursday", "2014-02-06", D)],
    ),
    ("2014-02-07", "New Zealand said Saturday that it was pleased.", [("Saturday", "2014-02-08", D)]),
]

RELATIVE = [
    ("2014-02-07", "The ministry protested yesterday.", [("yesterday", "2014-02-06", D)]),
    ("2014-02-07", "Talks resume the day after tomorrow.", [("the day after tomorrow", "2014-02-09", D)]),
    ("2014-02-07", "They will sign it tonight.", [("tonight", "2014-02-07TNI", T)]),
    ("2014-02-07", "Envoys left yesterday morning.", [("yesterday morning", "2014-02-06TMO", T)]),
    ("2014-02-07", "Shots were heard last night.", [("last night", "2014-02-06TNI", T)]),
    ("2014-02-07", "Officials said Tuesday they knew nothing.", [("Tuesday", "2014-02-04", D)]),
    ("2014-02-07", "The two leaders will meet on Tuesday.", [("Tuesday", "2014-02-11", D)]),
    (
        "2014-02-07",
        "He said on Wednesday that the talks would begin on Monday.",
        [("Wednesday", "2014-02-05", D), ("Monday", "2014-02-10", D)],
    ),
    ("2014-02-07", "The minister plans to fly to Minsk on Sunday.", [("Sunday", "2014-02-09", D)]),
    ("2014-02-07", "The cabinet on Sunday rejected the plan.", [("Sunday", "2014-02-02", D)]),
    ("2014-02-07", "The minister said Friday he was pleased.", [("Friday", "2014-02-07", D)]),
    ("2014-02-07", "He left last Wednesday.", [("last Wednesday", "2014-02-05", D)]),
    ("2014-02-07", "He will return next Tuesday.", [("next Tuesday", "2014-02-11", D)]),
    ("2014-02-07", "They met on Monday last week.", [("Monday last week", "2014-01-27", D)]),
    ("2014-02-07", "The funeral was held on Sunday morning.", [("Sunday morning", "2014-02-02TMO", T)]),
    ("2014-02-07", "It opened fire at dawn on Saturday.", [("dawn on Saturday", "2014-02-01TMO", T)]),
    ("2014-02-07", "He became president last March.", [("last March", "2013-03", D)]),
    ("2014-03-20", "He became president last March.", [("last March", "2013-03", D)]),
    ("2014-02-07", "They vote this September.", [("this September", "2014-09", D)]),
    ("2014-02-07", "He was elected in November.", [("November", "2013-11", D)]),
    ("2014-02-07", "He will be tried in April.", [("April", "2014-04", D)]),
    ("2014-02-07", "The deal was struck in late November.", [("late November", "2013-11", D)]),
    ("2014-01-06", "He must be sent home by Jan. 14, the court ruled.", [("Jan. 14", "2014-01-14", D)]),
    ("2014-02-07", "The bases closed on Nov. 25.", [("Nov. 25", "2013-11-25", D)]),
    (
        "2014-02-07",
        "The bombing of August 7, 2012 was planned abroad. The August 7 attack killed six.",
        [("August 7, 2012", "2012-08-07", D), ("August 7", "2012-08-07", D)],
    ),
    ("2014-02-07", "Since the September 11 attacks, rules are strict.", [("September 11", "2001-09-11", D)]),
    ("2014-02-07", "Both sides talked last week.", [("last week", "2014-W05", D)]),
    ("2014-02-07", "The summit is next month.", [("next month", "2014-03", D)]),
    ("2014-02-07", "It is his first trip this year.", [("this year", "2014", D)]),
    ("2014-02-07", "It fell earlier this month.", [("earlier this month", "2014-02", D)]),
    ("2014-02-07", "Rebels took it early last year.", [("early last year", "2013", D)]),
    ("2014-02-07", "It was quiet over the weekend.", [("the weekend", "2014-W05-WE", D)]),
    ("2014-02-07", "They will talk at the weekend.", [("the weekend", "2014-W06-WE", D)]),
    ("2014-02-07", "Last summer both sides signed.", [("Last summer", "2013-SU", D)]),
    ("2014-02-07", "Elections are due in the spring.", [("the spring", "2014-SP", D)]),
    ("2014-02-07", "The army leaves by the end of the year.", [("the end of the year", "2014", D)]),
    ("2014-02-07", "Three days ago the envoy flew to Cairo.", [("Three days ago", "2014-02-04", D)]),
    ("2014-02-07", "He resigned six weeks ago.", [("six weeks ago", "2013-W52", D)]),
    ("2014-02-07", "They split two months ago.", [("two months ago", "2013-12", D)]),
    ("2014-02-07", "The wall fell more than 24 years ago.", [("more than 24 years ago", "1990", D)]),
    ("2014-02-07", "It starts three days from now.", [("three days from now", "2014-02-10", D)]),
    ("2014-02-07", "The rivalry began long ago.", [("long ago", "PAST_REF", D)]),
    (
        "2014-02-07",
        "On 3 March 2011 rebels attacked. The following day they fled; two days later they were back.",
        [
            ("3 March 2011", "2011-03-03", D),
            ("The following day", "2011-03-04", D),
            ("two days later", "2011-03-06", D),
        ],
    ),
    (
        "2014-02-07",
        "A truce was signed in 1994. A year later it collapsed.",
        [("1994", "1994", D), ("A year later", "1995", D)],
    ),
    (
        "2014-02-07",
        "Fighting resumed on 5 January. Later that day, a truce was agreed.",
        [("5 January", "2014-01-05", D), ("Later that day", "2014-01-05", D)],
    ),
    (
        "2014-02-07",
        "It declared independence in 1991, and the same year war broke out.",
        [("1991", "1991", D), ("the same year", "1991", D)],
    ),
    (
        "2014-02-07",
        "Troops landed in 1974. In July of that year the capital fell.",
        [("1974", "1974", D), ("July of that year", "1974-07", D)],
    ),
    (
        "2014-02-07",
        "He quit in 2009. A year and a half later he was back.",
        [("2009", "2009", D), ("A year and a half later", "2010", D)],
    ),
    (
        "2014-06-07",
        "Talks are planned for July-August.",
        [("July", "2014-07", D), ("August", "2014-08", D)],
    ),
    ("2014-02-07", "TOKYO, Feb. 7 (Kyodo) - Japan protested.", [("Feb. 7", "2014-02-07", D)]),
]

LENGTHS = [
    ("2014-02-07", "The three-day visit went well.", [("three-day", "P3D", P)]),
    ("2014-02-07", "They talked for two hours.", [("two hours", "PT2H", P)]),
    ("2014-02-07", "The ban was in force for two and a half years.", [("two and a half years", "P2Y6M", P)]),
    ("2014-02-07", "The flight took 5 1/2 hours.", [("5 1/2 hours", "PT5H30M", P)]),
    ("2014-02-07", "It was closed for half a century.", [("half a century", "P50Y", P)]),
    ("2014-02-07", "The siege lasted more than four years.", [("more than four years", "P4Y", P)]),
    ("2014-02-07", "He was sentenced to 18 months in prison.", [("18 months", "P18M", P)]),
    ("2014-02-07", "They waited for several weeks.", [("several weeks", "PXW", P)]),
    ("2014-02-07", "They have waited for decades.", [("decades", "PXY", P)]),
    ("2014-02-07", "The decades-old dispute flared up.", [("decades-old", "PXY", P)]),
    ("2014-02-07", "In the past two weeks 40 people died.", [("the past two weeks", "P2W", P)]),
    ("2014-02-07", "In the coming months envoys will travel.", [("the coming months", "PXM", P)]),
    ("2014-02-07", "Nothing changed in the past decade.", [("the past decade", "P10Y", P)]),
    ("2014-02-07", "The leaders meet every year.", [("every year", "P1Y", S)]),
    ("2014-02-07", "Deputies meet twice a week.", [("twice a week", "P1W", S)]),
    ("2014-02-07", "The hotline is tested every Friday.", [("every Friday", "XXXX-WXX-5", S)]),
    ("2014-02-07", "The border is patrolled daily.", [("daily", "P1D", S)]),
    ("2014-02-07", "Aid costs $2 billion a year.", [("a year", "P1Y", S)]),
    ("2014-02-07", "The council convenes every two months.", [("every two months", "P2M", S)]),
    ("2014-02-07", "They drill every August.", [("every August", "XXXX-08", S)]),
    ("2014-02-07", "Rates are set each quarter.", [("each quarter", "P3M", S)]),
    ("2014-02-07", "The panel meets semiannually.", [("semiannually", "P6M", S)]),
    ("2014-02-07", "They drill every weekend.", [("every weekend", "XXXX-WXX-WE", S)]),
    ("2014-02-07", "They drill each summer.", [("each summer", "XXXX-SU", S)]),
    ("2014-02-07", "Patrols go out on weekends.", [("weekends", "XXXX-WXX-WE", S)]),
    ("2014-02-07", "It lasted three-and-a-half years.", [("three-and-a-half years", "P3Y6M", P)]),
    ("2014-02-07", "A century-old feud goes on.", [("century-old", "P100Y", P)]),
    ("2014-02-07", "A day after the vote, he fled.", [("A day", "P1D", P)]),
]

CLOCK = [
    (
        "2014-02-07",
        "Updated: 7 February 2014, 3:41am",
        [("7 February 2014", "2014-02-07", D), ("3:41am", "2014-02-07T03:41", T)],
    ),
    (
        "2014-02-07",
        "The vessel left port at 15:30 GMT on 5 February.",
        [("15:30 GMT", "2014-02-05T15:30Z", T), ("5 February", "2014-02-05", D)],
    ),
    (
        "2014-02-07",
        "It struck at 10:35 a.m. (0735 GMT) Thursday.",
        [
            ("10:35 a.m.", "2014-02-06T10:35", T),
            ("0735 GMT", "2014-02-06T07:35Z", T),
            ("Thursday", "2014-02-06", D),
        ],
    ),
    ("2014-02-07", "They have until 9 a.m. EST Tuesday.", [("9 a.m. EST Tuesday", "2014-02-11T09:00", T)]),
    (
        "2014-02-07",
        "He speaks at 7:30 tonight.",
        [("7:30", "2014-02-07T19:30", T), ("tonight", "2014-02-07TNI", T)],
    ),
    ("2014-02-07", "The truce began at noon.", [("noon", "2014-02-07T12:00", T)]),
    ("2014-02-07", "He woke at 4 in the morning.", [("4 in the morning", "2014-02-07T04:00", T)]),
    (
        "2014-02-07",
        "It ended at 5 o'clock in the afternoon.",
        [("5 o'clock in the afternoon", "2014-02-07T17:00", T)],
    ),
]

VAGUE = [
    ("2014-02-07", "The army now controls the town.", [("now", "PRESENT_REF", D)]),
    ("2014-02-07", "It is currently regrouping.", [("currently", "PRESENT_REF", D)]),
    ("2014-02-07", "It was recently extended.", [("recently", "PAST_REF", D)]),
    ("2014-02-07", "It has claimed them since ancient times.", [("ancient times", "PAST_REF", D)]),
    ("2014-02-07", "Moments ago the army left.", [("Moments ago", "PAST_REF", D)]),
    ("2014-02-07", "Not long ago it was quiet.", [("Not long ago", "PAST_REF", D)]),
    ("2014-02-07", "No progress is likely in the near future.", [("the near future", "FUTURE_REF", D)]),
]

ERAS = [
    (
        "2014-02-07",
        "Troops took the islands in the final days of the second world war.",
        [("the final days of the second world war", "1945", D)],
    ),
    (
        "2014-02-07",
        "Seoul fell in the early days of the Korean War.",
        [("the early days of the Korean War", "1950", D)],
    ),
    ("2014-02-07", "It joined at the end of the cold war.", [("the end of the cold war", "1991", D)]),
    ("2014-02-07", "After the Suez crisis, Britain withdrew.", [("Suez crisis", "1956", D)]),
    ("2014-02-07", "He was jailed under apartheid.", [("apartheid", "1948/1994", D)]),
    ("2014-02-07", "Maps of it were drawn in the Ming dynasty.", [("Ming dynasty", "1368/1644", D)]),
    ("2014-02-07", "The fort was built in medieval times.", [("medieval times", "0500/1500", D)]),
    ("2024-02-07", "Trade fell during the Covid-19 pandemic.", [("Covid-19 pandemic", "2020/2023", D)]),
    ("2014-02-07", "Prices rose after 9/11.", [("9/11", "2001", D)]),
    ("2014-02-07", "The fort was built before World War I.", [("World War I", "1914", D)]),
    ("2014-02-07", "Ports were mined during the Iran–Iraq war.", [("Iran–Iraq war", "1980/1988", D)]),
    ("2014-02-07", "The islets were annexed in the Meiji era.", [("Meiji era", "1868/1912", D)]),
    (
        "2014-02-07",
        "He served in the last years of the Cold War.",
        [("the last years of the Cold War", "1986/1991", D)],
    ),
]

NOTHING = [
    "The 12-year-old boy and a man aged 40 years were hurt.",
    "Some 2000 people and 1,950 troops marched.",
    "Council resolution 1973 was cited.",
    "Prime Minister Theresa May said she would sign.",
    "They may march on the capital.",
    "USA Today and the Sunday Times carried it.",
    "Veterans of the Vietnam war marched.",
    "He came second and needed a second chance.",
    "He was in his 30s when he left.",
    "Some day, one day, they may return.",
    "The price rose to $1998 on flight 2014.",
    "It was the fourth test in as many months.",
    "He skips the talks in the morning meetings.",
    "The minister spoke on 60 Minutes.",
    "Veterans of the Yom Kippur war marched.",
    "Police found a 1987 Toyota pickup.",
    "They walked 1950 km and sailed 2014 miles.",
]

UNDATED = [
    ("Yesterday he left; last week he came.", [("Yesterday", "XXXX-XX-XX", D), ("last week", "PAST_REF", D)]),
    ("They met on Friday in March.", [("Friday", "XXXX-WXX-5", D), ("March", "XXXX-03", D)]),
    ("They met on 5 March.", [("5 March", "XXXX-03-05", D)]),
    ("They meet next year and meet now.", [("next year", "FUTURE_REF", D), ("now", "PRESENT_REF", D)]),
    (
        "It began on 5 March 2003. Three days later it ended.",
        [("5 March 2003", "2003-03-05", D), ("Three days later", "2003-03-08", D)],
    ),
    ("An hour later he was dead.", [("An hour later", "PT1H", P)]),
    (
        "NAIROBI, 7 August 1998 (Agency) - A bomb went off on Friday. Yesterday was calm.",
        [("7 August 1998", "1998-08-07", D), ("Friday", "1998-08-07", D), ("Yesterday", "1998-08-06", D)],
    ),
]


def found(text: str, published: date | None) -> list[tuple[str, str, str]]:
    return [(t.text, t.value, t.type) for t in READER.find(text, published)]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    ABSOLUTE + ACCOUNTS + FEASTS + PARTS + STEPS + TENSE + RELATIVE + LENGTHS + CLOCK + VAGUE + ERAS,
)
def test_times_against_the_dateline(published: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, date.fromisoformat(published)) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_time(text: str) -> None:
    assert found(text, date(2014, 2, 7)) == []


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_dateline(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, None) == expected


@pytest.mark.parametrize(
    ("tense", "value"), [("past", "2014-02-04"), ("future", "2014-02-11"), ("", "2014-02-04")]
)
def test_the_tense_of_the_sentence_decides_where_no_verb_does(tense: str, value: str) -> None:
    text = "No answer on Tuesday."
    times = READER.find(text, date(2014, 2, 7), [(0, len(text), tense)])
    assert [t.value for t in times] == [value]


def test_lines_may_break_inside_an_expression_but_not_paragraphs() -> None:
    assert found("It fell three\ndays ago.", date(2014, 2, 7)) == [("three\ndays ago", "2014-02-04", D)]
    assert found("It fell in March\n\n2013 was hard.", date(2014, 2, 7)) == [
        ("March", "2013-03", D),
        ("2013", "2013", D),
    ]


def test_offsets_are_code_points() -> None:
    text = "🕊️ Приветствие: talks on 7 February 2014."
    (time,) = READER.find(text, None)
    assert text[time.start : time.end] == time.text == "7 February 2014"


VOCABULARY = """
    the a last in 7 31 2014 1998 February May Friday days years week ago later earlier of and to - , . : /
    at a.m. GMT 10:35 three half century 1990s Q3 cold war end every twice per day morning now since 's
    9/11 99999 0 00:00 fiscal Easter summer past two-day 24 hours 30 XXXX é 🕊
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(WORDS, max_size=30).map("\n".join),
)
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, published=DAYS)
def test_any_text_gives_sound_offsets_in_order(text: str, published: date | None) -> None:
    end = 0
    for time in READER.find(text, published):
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.text
        assert time.value
        assert time.type in (D, T, P, S)
        end = time.end


@settings(max_examples=30, deadline=None)
@given(text=TEXTS, published=DAYS)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert READER.find(text, published) == TimeReader().find(text, published)
