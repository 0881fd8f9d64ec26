"""When a meeting was: the days that its dates, its length, its arrivals and departures and the publication give."""

from __future__ import annotations

from datetime import date, timedelta

from summitdb.extract.document import Document
from summitdb.extract.events import Event
from summitdb.extract.moods import CLASS, DONE
from summitdb.extract.rules import cite
from summitdb.extract.triggers import VISITS
from summitdb.extract.units import Unit
from summitdb.records import Summit

LEADING = 3  # the title, a line below it, the lead


def _shift(value: str, days: int) -> str:
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat()


def _days(event: Event, unit: Unit) -> tuple[str | None, str | None]:
    """The first and last day that the date `unit` gives to the event, by its tense, its length and its end."""
    mention = unit.value
    ahead = CLASS[event.status] != DONE
    first, last = mention.value, mention.end_value
    if ahead and mention.future:
        first, last = mention.future
    elif not ahead and mention.past:
        first, last = mention.past
    if event.days > 1 and last is None and first and len(first) == 10:
        if event.ends and event.arrival is None:
            first, last = _shift(first, 1 - event.days), first
        else:
            last = _shift(first, event.days - 1)
    return first, last


def _lead_day(doc: Document) -> Unit | None:
    """The day on which the first sentences set their news: "said on Thursday", "yesterday signed"."""
    published = doc.article.published_on
    opening = [s for s in doc.sentences if s.role == "body" and s.paragraph < LEADING][:2]
    if not opening or published is None:
        return None
    for unit in (unit for sentence in opening for unit in sentence.units):
        if unit.kind == "date" and (doc.dateline is None or unit.start >= doc.dateline.end):
            value = unit.value.past_value
            if value and len(value) == 10 and _shift(value, 0) <= published.isoformat() <= _shift(value, 7):
                return unit
    return None


def set_start(doc: Document, event: Event, lead: Event | None, summit: Summit) -> None:
    """Give the record its first day: near its word, the day of arrival, the day of the news or of publication."""
    published = doc.article.published_on
    unit, rule = event.date, "summit.date.near"
    if event.is_process:
        unit = event.since
        if unit is None:
            return
    if unit is not None and event.lead and published is not None and unit.value.value == published.isoformat()[:4]:
        unit = None  # "his first visit this year"
    if event.arrival is not None and (unit is None or len(unit.value.value or "") == 10) and CLASS[event.status] == DONE:
        unit, rule = event.arrival, "summit.date.arrival"
    if unit is None and event.lead and CLASS[event.status] == DONE:
        unit, rule = _lead_day(doc), "summit.date.lead"
    if unit is not None and unit.value.value:
        summit.starts_on, last = _days(event, unit)
        cite(summit, "starts_on", unit.start, unit.end, rule)
        if last and last != summit.starts_on:
            summit.ends_on = last
            cite(summit, "ends_on", unit.start, unit.end, rule)
    elif CLASS[event.status] == DONE and published and not event.recalled:
        trigger = event.first.trigger
        if event.lead:
            summit.starts_on = published.isoformat()
            cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")
        elif lead is not None and CLASS[lead.status] == DONE:
            summit.starts_on = published.isoformat()[:7]
            cite(summit, "starts_on", trigger.start, trigger.end, "summit.date.published")


def _is_within(first: str | None, last: str, event: Event) -> bool:
    """Whether nothing but the length and the end of the event tells when it began; a day between is one of its talks."""
    if event.date is None or event.date is event.until:
        return True
    return event.format in VISITS and first is not None and _shift(last, 1 - event.days) <= first <= last


def set_end(doc: Document, event: Event, summit: Summit) -> None:
    """The day of departure ends a visit; one that is not over by publication is ongoing."""
    published = doc.article.published_on.isoformat() if doc.article.published_on else None
    unit = event.departure
    if unit is not None and unit.value.value and summit.starts_on and not summit.ends_on and unit.value.value > summit.starts_on:
        summit.ends_on = unit.value.value
        cite(summit, "ends_on", unit.start, unit.end, "summit.date.departure")
    arrived = (
        event.days > 1
        and not summit.ends_on
        and not event.ends
        and any(e.arrives or e.leg == "arrival" for e in event.encounters)
    )
    if arrived and len(summit.starts_on or "") == 10 and event.until is None and unit is None:
        trigger = event.first.trigger
        summit.ends_on = _shift(summit.starts_on or "", event.days - 1)
        cite(summit, "ends_on", trigger.start, trigger.end, "summit.date.length")
    if event.until is not None:
        last = event.until.value.future_value
        if last and len(last) == 10:
            summit.ends_on = last
            cite(summit, "ends_on", event.until.start, event.until.end, "summit.date.until")
            if event.days > 1 and event.arrival is None and _is_within(summit.starts_on, last, event):
                summit.starts_on = _shift(last, 1 - event.days)
                cite(summit, "starts_on", event.until.start, event.until.end, "summit.date.until")
    if not event.lead or published is None or CLASS[event.status] != DONE:
        return
    over = event.ends or (unit is not None and (unit.value.value or published) <= published and len(unit.value.value or "") != 7)
    if over:
        summit.status = "held"
    elif (
        summit.ends_on
        and len(summit.ends_on) == 10
        and (summit.starts_on or "") <= published <= summit.ends_on
        and event.format in VISITS
    ):
        summit.status = "ongoing"
