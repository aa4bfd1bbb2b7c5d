"""Signs: names without which a rule is silent, so that nobody needs to ask it of a message that has none of them.

Each kind of name is a bit. A rule that rests on what stands beside a value says which kinds it waits for; where the message has none of
these on the way to any of its values, what a path says by itself holds.
"""

from types import MappingProxyType
from typing import Final

from streams.inspect.detect.blocks import words

# of places
OF_PLACES: Final = words("""
    iata icao iatacode icaocode airportcode stationid stationcode stopid stopcode stopname platformcode numbikesavailable
    numdocksavailable numvehiclesavailable wheelchairboarding weather sunrise sunset precipitation windspeed winddirection elevation
    population capital evseid magnitude openinghours openinghoursspecification parkingspaces
""")  # of GTFS, GBFS, OCPI, weather services and lists of places
OBJECTS: Final = frozenset({"weather", "evses", "connectors", "openingHours", "opening_hours", "openingHoursSpecification"})
LATITUDES: Final = frozenset({"lat", "latt", "latitude"})
LONGITUDES: Final = frozenset({"lon", "lng", "long", "longitude"})
# beside a field
SHOWN_NAMES: Final = words("displayname fullname realname formalname fullnavn fulltnavn fullstandigtnamn volledigenaam")
OF_BANKS: Final = words("""
    sortcode bic swift swiftcode biccode clearingnr clearing regnr registreringsnr bankcode bankname bankkode bankkod bankcountry
    routingnr blz bankleitzahl bankl iban
""")
OF_STATISTICS: Final = words("""
    people population headcount count counts frequency percent percentage share rate year decade region total median average mean n
""")
OF_ANIMALS: Final = words("species breed genus animal animalid specimenid")
# of platforms' objects
OF_RIDERS: Final = words("userid imei bikeid owninguser deviceid")
OF_BIKES: Final = words("imei framenr owninguser keynr lastlocation blepass isstolen bikeid linkeddevice userid payloadstate")
STRONG: Final = words("distancetraveled avgspeed imei framenr keynr lastlocation blepass isstolen bikeid payloadstate radius")
OF_TOKENS: Final = words("iss emailverified preferredusername givenname authtime")
OF_VEHICLES: Final = words("vin chassisnr chassinr understellsnr make modelyear firstregistration regmake enginenr odometer keeper")
OF_MAILS: Final = words("messageid internetmessageid")
OF_CHARGING: Final = MappingProxyType(  # what stands beside each of the names of a token that somebody charges a car with (OCPI)
    {
        "uid": words("contractid visualnumber"),
        "contractid": words("uid visualnumber"),
        "visualnumber": words("uid contractid"),
    }
)
RESOURCE: Final = "resourcetype"  # of FHIR
ENTITY: Final = "entity"  # of SuperOffice

# of statements
LISTS: Final = words("changes changedfields changedcolumns changedproperties updatedfields modifiedfields")

ALWAYS: Final = 1  # every message has it: of what rests on more than names and facts
OF_XML: Final = 1 << 1  # a document in XML: elements name each other, and parties are companies by their names
OF_HEADINGS: Final = 1 << 2  # the headings of a table
OF_KINDS: Final = 1 << 3  # an object that may say whether it is a person's or an organisation's (records.py)
INNER: Final = 1 << 4  # an object of the name `name`, which may hold a first and a last name
PLACES, SHOWN, STATISTICS, BANKS = 1 << 5, 1 << 6, 1 << 7, 1 << 8
RIDERS, BIKES, RIDES, TOKENS, VEHICLES, MAILS = 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14
CHARGING, RESOURCES, ENTITIES = 1 << 15, 1 << 16, 1 << 17
FACTS: Final = 1 << 18  # every message has it: of what rests on the facts of the object that a value is a field of (records.py)
CHANGES: Final = 1 << 19
ODD: Final = 1 << 20  # a name that may hold an identifier itself
KINDS: Final = OF_KINDS | OF_XML
OF_ALL: Final = ALWAYS | FACTS

NAMES: Final = (  # evened out
    (PLACES, OF_PLACES | LATITUDES | {"evses", "connectors"}),
    (SHOWN, SHOWN_NAMES),
    (STATISTICS, OF_STATISTICS | OF_ANIMALS),
    (BANKS, OF_BANKS),
    (RIDERS, OF_RIDERS),
    (BIKES, OF_BIKES | STRONG),
    (RIDES, STRONG),
    (TOKENS, OF_TOKENS),
    (VEHICLES, OF_VEHICLES),
    (MAILS, OF_MAILS),
    (CHARGING, frozenset(OF_CHARGING)),
    (RESOURCES, frozenset({RESOURCE})),
    (ENTITIES, frozenset({ENTITY})),
    (CHANGES, LISTS),
)


SIGNS: Final = MappingProxyType({name: sum(bit for bit, names in NAMES if name in names) for _, all_of in NAMES for name in all_of})
