"""Whether an address or a position is a place's and nobody's: a weather station's, an airport's, a town's, a feature of a map.

What stands beside it says so. Somebody, or a device that somebody carries, in the same record outweighs it.
"""

from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.records import Records
from streams.inspect.detect.signs import ALWAYS, OBJECTS, OF_PLACES, PLACES
from streams.inspect.words import Path

OF_SOMEBODY: Final = words("""
    userid deviceid imei imsi msisdn vehicleid trackerid driverid riderid customerid employeeid vin bikeid owninguser personid
    accuracy heading speed
""")  # of somebody, or of a device on its way
SOMEBODYS: Final = words("EMAIL_ADDRESS DATE_OF_BIRTH GENDER PERSON")  # a place has a phone, too
TOWNS: Final = words("""
    city town village municipality county state statecode stateabbreviation province region country countrycode countryname zip zipcode
    postcode postalcode
""")
OF_TOWNS: Final = TOWNS | words("id name timezone tz lat latt latitude lon lng long longitude type abbr code stateid countryid fips geoid")
GEOMETRY, FEATURE, PROPERTIES, KIND = "geometry", "Feature", "properties", "type"
REACH: Final = 3  # objects around the field that are asked


def waits(path: Path) -> int:
    """Signs, without all of which no address and no position at this path is a place's."""
    return ALWAYS if GEOMETRY in path or PROPERTIES in path else PLACES


def is_of_a_place(path: Path, records: Records) -> bool:
    """Of the field at `path`, whose name says that it is an address or a position."""
    holder = path[:-1]
    while holder and isinstance(holder[-1], int) and isinstance(path[-1], int):
        holder = holder[:-1]  # of a pair of coordinates
    known = records.places.get(holder)
    if known is None:
        known = records.places[holder] = _look(holder, records)
    return known


def _look(holder: Path, records: Records) -> bool:
    around = _around(holder)
    if (GEOMETRY in holder or PROPERTIES in holder) and _is_of_a_map(holder, records):
        return not any(_is_of_somebody(at, records) for at in (*around, (*_feature(holder), PROPERTIES)))
    placed = any(records.holds(at, OF_PLACES, OBJECTS) for at in around) or _is_a_towns(holder, records)
    return placed and not any(_is_of_somebody(at, records) for at in around)


def _around(holder: Path) -> tuple[Path, ...]:
    """The objects around a field, nearest first."""
    found = [holder]
    while holder and len(found) <= REACH:
        holder = holder[:-1]
        found.append(holder)
    return tuple(found)


def _feature(holder: Path) -> Path:
    return holder[: holder.index(GEOMETRY)] if GEOMETRY in holder else holder


def _is_of_a_map(holder: Path, records: Records) -> bool:
    """GeoJSON (RFC 7946): the geometry of a Feature, and what its properties say of it."""
    feature = holder[: holder.index(GEOMETRY if GEOMETRY in holder else PROPERTIES)]
    return records.said((*feature, KIND), KIND) == FEATURE


def _is_a_towns(holder: Path, records: Records) -> bool:
    """A record of its own with a town and a position and nothing that is nearer to anybody's door."""
    top = not any(isinstance(segment, str) for segment in holder)
    return top and records.has_both_halves(holder) and records.is_of(holder, OF_TOWNS) and records.stands(holder, TOWNS)


def _is_of_somebody(path: Path, records: Records) -> bool:
    facts = records.facts(path)
    return facts.named or not SOMEBODYS.isdisjoint(facts.entities) or records.stands(path, OF_SOMEBODY)
