"""When an event took place: its own time, the time of its telling, or the day of the report."""

import pytest

import claimant

CASES = [
    ("Ghana condemned Togo on Sunday.", "2024-06-09", "2024-06-09"),
    ("Ghana condemned Togo, a minister said on Sunday.", "2024-06-09", "2024-06-09"),
    ("Ghana condemned Togo.", "2024-06-11", "2024-06-11"),
    ("Ghana has condemned Togo since 2010.", "2010-01-01", "2024-06-11"),
    ("Ghana attacked Togo in May 1979.", "1979-05", "1979-05"),
    ("In May 1979, when Ghana attacked Togo, the border was closed.", "1979-05", "1979-05"),
    ("Four years have passed since Ghana attacked Togo.", "2020", "2020"),
    ("Ghana will visit Togo on 20 June.", "2024-06-20", "2024-06-20"),
    ("Ghana may attack Togo.", None, None),
    ("Ghana asked Togo for help at the weekend.", "2024-06-08", "2024-06-09"),
    ("Ghana expelled two Togolese diplomats a week later.", "2024-06-11", "2024-06-11"),
    ("Ghana suspended its aid to Togo, and Benin followed suit two days later.", "2024-06-11", "2024-06-11"),
    ("Ghana said that it had withdrawn its troops from Togo by 30 June.", "2024-06-11", "2024-06-11"),
    ("In 1979 Ghana said that Togo had bombed Accra.", "1979", "1979"),
    ("Ghana attacked Togo in the March war of 1979.", "1979-03", "1979-03"),
    ("Ghana attacked Togo on the night of 3 to 4 July 1976.", "1976-07-03", "1976-07-04"),
    ("Ghana is to expel two Togolese diplomats on Friday.", "2024-06-14", "2024-06-14"),
    ("Ghana released two pilots that rebels had captured in May.", "2024-06-11", "2024-06-11"),
]


@pytest.mark.parametrize(("text", "start", "end"), CASES, ids=[c[0] for c in CASES])
def test_date(text: str, start: str | None, end: str | None) -> None:
    event = claimant.read(text, published="2024-06-11").events[0]
    assert (event.date, event.enddate) in {(start, end), (start and start[:4], end and end[:4])}
