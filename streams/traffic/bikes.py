"""What Conneqtech's bikes and their riders send: telemetry under dotted keys, states, rides, and the records of who owns what."""

from datetime import timedelta
from random import Random
from typing import Any

from streams.traffic.documents import Day, Document
from streams.traffic.formats.texts import Lines
from streams.traffic.identifiers import digits, imei, seeded
from streams.traffic.marks import Personal, Several
from streams.traffic.persons import Person, others


def telemetry(rng: Random, p: Person, day: Day) -> Document:
    """A change of a device's state: place and speed, and how hard somebody pedals."""
    state = "payload_state.tracker.loc."
    changes: Document = {
        f"{state}dtg": day.instant(rng.randint(1, 30)),
        f"{state}geo.coordinates": _point(rng),
        f"{state}sp": rng.randint(0, 27),
    }
    if rng.random() < 0.4:
        changes["payload_state.device.metric.dpedpow"] = rng.randint(40, 260)
    return {"type": "updated", "imei": _imei(p), "changes": changes}


def batch(rng: Random, p: Person, day: Day) -> Several:
    """What a gateway kept while it was out of reach: one call, a message each."""
    return Several([telemetry(rng, each, day) for each in (p, *others(p, rng.randint(2, 6)))])


def lines(rng: Random, p: Person, day: Day) -> Lines:
    """The same as lines of JSON; one in twenty holds a day of one gateway."""
    count = rng.randint(200, 1000) if rng.random() < 0.05 else rng.randint(3, 20)
    return Lines([telemetry(rng, p, Day.of(day.at - timedelta(seconds=10 * (count - n)))) for n in range(count)])


def state(rng: Random, p: Person, day: Day) -> Document:
    """A device as it is: the dotted keys as objects."""
    longitude, latitude = _point(rng)
    where = {"dtg": day.instant(rng.randint(1, 30)), "sp": 0, "ang": rng.randrange(360), "geo": {"coordinates": [longitude, latitude]}}
    metric = {"bbatp": rng.randint(5, 99), "rssi": -rng.randint(50, 110)}
    return {
        "imei": _imei(p),
        "device_type": "tracker-4",
        "payload_state": {
            "dts": day.instant(rng.randint(1, 30)),
            "tracker": {"loc": where, "metric": metric, "config": {"fwver": "4.2.1"}},
        },
    }


def ride(rng: Random, p: Person, day: Day) -> Document:
    """A trip: who, when, how far, and what it cost them."""
    return {
        "id": f"ride-{digits(rng, 9)}",
        "user_id": _rider(p),
        "imei": _imei(p),
        "start_date": day.instant(rng.randint(400, 3600)),
        "end_date": day.instant(rng.randint(10, 120)),
        "calories": rng.randint(40, 400),
        "avg_speed": rng.randint(90, 240) / 10,
        "distance_traveled": rng.randint(800, 19_000),
    }


def device_ride(rng: Random, p: Person, day: Day) -> Document:
    """The payload of a device on a trip, radio cell and battery included."""
    longitude, latitude = _point(rng)
    where = {"dtg": day.instant(rng.randint(1, 30)), "geo": {"coordinates": [longitude, latitude]}, "sp": rng.randint(4, 27)}
    cell = {"mcc": 204, "mnc": 8, "lac": rng.randrange(1000, 9999), "cid": rng.randrange(10_000, 99_999)}
    return {
        "ver": 2,
        "imei": _imei(p),
        "ttype": "ride",
        "pver": "1.3",
        "tracker": {"loc": where, "gsm": cell},
        "device": {"config": {"bser": digits(rng, 8)}, "metric": {"bsoc": rng.randint(5, 99), "dodom": rng.randint(100, 9999)}},
    }


def user(rng: Random, p: Person, day: Day) -> Document:
    """An account of the rider's portal."""
    return {
        "first_name": Personal(p.first, "PERSON"),
        "last_name": Personal(p.last, "PERSON"),
        "email": Personal(p.email, "EMAIL_ADDRESS"),
        "phone_number": Personal(p.phone, "PHONE_NUMBER"),
        "address": Personal(p.street, "LOCATION"),
        "city": Personal(p.town, "LOCATION"),
        "country": p.country,
        "language": p.language,
        "privacy_statement_accepted_on": day,
        "marketing": rng.random() < 0.3,
    }


def bike(rng: Random, p: Person, day: Day) -> Document:
    """A bike with where it was last seen; the owner by name."""
    longitude, latitude = _point(rng)
    return {
        "imei": _imei(p),
        "device_type": "tracker-4",
        "frame_number": Personal(f"QF{p.customer_number[2:]}", "VEHICLE_ID"),
        "model": "City 7",
        "owning_user": {"first_name": Personal(p.first, "PERSON"), "last_name": Personal(p.last, "PERSON")},
        "last_location": {"lon": longitude, "lat": latitude, "date": day.instant(rng.randint(1, 30)), "speed": 0},
        "is_stolen": rng.random() < 0.05,
    }


def theft(rng: Random, p: Person, day: Day) -> Document:
    """A theft case as the insurer gets it."""
    return {
        "reported_on": day,
        "police_case_number": f"PL-{digits(rng, 7)}",
        "owner_name": Personal(p.name, "PERSON"),
        "owner_email": Personal(p.email, "EMAIL_ADDRESS"),
        "owner_phone_number": Personal(p.phone, "PHONE_NUMBER"),
        "owner_address": Personal(p.street, "LOCATION"),
    }


def geofence(rng: Random, _p: Person, _day: Day) -> Document:
    """Where the bike may be: a circle round what is most often a home."""
    longitude, latitude = _point(rng)
    return {"geofence": {"center": {"lon": longitude, "lat": latitude}, "radius": rng.choice((100, 250, 500))}, "notify": True}


def firmware(rng: Random, _p: Person, day: Day) -> Document:
    """A release of the device's software: nobody's."""
    return {
        "release": f"4.{rng.randint(0, 9)}.{rng.randint(0, 9)}",
        "device_type": "tracker-4",
        "published": day,
        "size": rng.randrange(10**6),
    }


def _rider(p: Person) -> Personal:
    return Personal(f"usr-{p.customer_number[2:]}", "CUSTOMER_NUMBER")


def _imei(p: Person) -> Personal:
    return Personal(imei(seeded("imei", p.email)), "IMEI")


def _point(rng: Random) -> list[Any]:
    """[longitude, latitude] in the Wadden Sea, where nobody lives; seven decimals, the last never zero."""
    return [_coordinate(rng, 5), _coordinate(rng, 53)]


def _coordinate(rng: Random, degrees: int) -> Personal:
    return Personal(f"{degrees}.{rng.randint(20, 39)}{digits(rng, 4)}{rng.randint(1, 9)}", "GEO", number=True)
