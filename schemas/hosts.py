"""In which country a host stands, where its name itself says so: regions of the large clouds, and nothing that would be a guess.

A country-code domain proves no residency, and neither does a company's address: only a name that the cloud gives out by region counts.
Regions: learn.microsoft.com/azure/reliability/regions-list, docs.aws.amazon.com/global-infrastructure/latest/regions,
cloud.google.com/compute/docs/regions-zones. Host names: each provider's reference of default domain names. What two sources did not
agree on was left out; a region that is missing here gives an unknown country, never a wrong one.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Each line: a country (ISO 3166-1 alpha-2), then the regions that stand in it.
_AZURE: Final = """
AE: uaenorth uaecentral
AT: austriaeast
AU: australiaeast australiasoutheast australiacentral australiacentral2
BE: belgiumcentral
BR: brazilsouth brazilsoutheast
CA: canadacentral canadaeast
CH: switzerlandnorth switzerlandwest
CL: chilecentral
DE: germanywestcentral germanynorth
ES: spaincentral
FR: francecentral francesouth
GB: uksouth ukwest
HK: eastasia
ID: indonesiacentral
IE: northeurope
IL: israelcentral
IN: centralindia southindia westindia jioindiawest jioindiacentral
IT: italynorth
JP: japaneast japanwest
KR: koreacentral koreasouth
MX: mexicocentral
MY: malaysiawest
NL: westeurope
NO: norwayeast norwaywest
NZ: newzealandnorth
PL: polandcentral
QA: qatarcentral
SE: swedencentral swedensouth
SG: southeastasia
US: eastus eastus2 centralus northcentralus southcentralus westcentralus westus westus2 westus3
ZA: southafricanorth southafricawest
"""
_AWS: Final = """
AE: me-central-1
AU: ap-southeast-2 ap-southeast-4
BH: me-south-1
BR: sa-east-1
CA: ca-central-1 ca-west-1
CH: eu-central-2
DE: eu-central-1
ES: eu-south-2
FR: eu-west-3
GB: eu-west-2
HK: ap-east-1
ID: ap-southeast-3
IE: eu-west-1
IL: il-central-1
IN: ap-south-1 ap-south-2
IT: eu-south-1
JP: ap-northeast-1 ap-northeast-3
KR: ap-northeast-2
MX: mx-central-1
MY: ap-southeast-5
SE: eu-north-1
SG: ap-southeast-1
TH: ap-southeast-7
TW: ap-east-2
US: us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1
ZA: af-south-1
"""
_GOOGLE: Final = """
AU: australia-southeast1 australia-southeast2
BE: europe-west1
BR: southamerica-east1
CA: northamerica-northeast1 northamerica-northeast2
CH: europe-west6
CL: southamerica-west1
DE: europe-west3 europe-west10
ES: europe-southwest1
FI: europe-north1
FR: europe-west9
GB: europe-west2
HK: asia-east2
ID: asia-southeast2
IL: me-west1
IN: asia-south1 asia-south2
IT: europe-west8 europe-west12
JP: asia-northeast1 asia-northeast2
KR: asia-northeast3
MX: northamerica-south1
NL: europe-west4
PL: europe-central2
QA: me-central1
SA: me-central2
SE: europe-north2
SG: asia-southeast1
TW: asia-east1
US: us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4
ZA: africa-south1
"""


def _regions(table: str) -> Mapping[str, str]:
    rows = (line.split(": ") for line in table.split("\n") if line)
    return MappingProxyType({region: country for country, regions in rows for region in regions.split()})


AZURE: Final = _regions(_AZURE)
AWS: Final = _regions(_AWS)
GOOGLE: Final = _regions(_GOOGLE)

# Where a provider writes the region: always at a place that its customers do not name. A bucket may be called eu-north-1, so
# `eu-north-1.s3.amazonaws.com` says nothing, and the region has to stand right before one of these.
_SUFFIXES: Final = (
    (AZURE, "{}.azurecontainer.io {}.azurecontainerapps.io {}.cloudapp.azure.com {}.logic.azure.com {}.kusto.windows.net"),
    (AZURE, "{}.batch.azure.com {}.azmk8s.io {}-1.eventgrid.azure.net {}-01.azurewebsites.net {}.azure.confluent.cloud"),
    (AWS, "{}.amazonaws.com {}.elb.amazonaws.com {}.compute.amazonaws.com {}.rds.amazonaws.com {}.es.amazonaws.com"),
    (AWS, "{}.redshift.amazonaws.com {}.vpce.amazonaws.com s3-{}.amazonaws.com s3-website-{}.amazonaws.com lambda-url.{}.on.aws"),
    (AWS, "{}.awsapprunner.com {}.elasticbeanstalk.com {}.aws.confluent.cloud"),
    (GOOGLE, "{}.run.app {}.rep.googleapis.com {}.gcp.confluent.cloud"),
)
# Dataverse and Dynamics 365: learn.microsoft.com/power-platform/admin/new-datacenter-regions. Regions of several countries, such as
# crm5 (Asia), are left out; the data centers of crm4 stand in Amsterdam and Dublin.
_DYNAMICS: Final = "US:crm CA:crm3 EU:crm4 AU:crm6 JP:crm7 IN:crm8 US:crm9 GB:crm11 FR:crm12 DE:crm16 CH:crm17 NO:crm19"
_FIXED: Final = {
    "compute-1.amazonaws.com": "US",  # us-east-1's own way to write it
    "amazonaws.com.cn": "CN",
    **{f"{name}.dynamics.com": country for country, name in (pair.split(":") for pair in _DYNAMICS.split())},
}
_PREFIXED: Final = ("cloudfunctions.net", "googleapis.com")  # <region>-<project>.cloudfunctions.net, <region>-pubsub.googleapis.com


def _table() -> Mapping[str, str]:
    found = dict(_FIXED)
    for regions, templates in _SUFFIXES:
        for template in templates.split():
            found |= {template.format(region): country for region, country in regions.items()}
    return MappingProxyType(found)


_BY_SUFFIX: Final = _table()


def country_of(host: str) -> str | None:
    """The country (ISO 3166-1 alpha-2, or EU for a region of several members) that a host's name says; None: unknown."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels)):  # the longest suffix first
        if (country := _BY_SUFFIX.get(".".join(labels[start:]))) is not None:
            return country
    if ".".join(labels[1:]) in _PREFIXED:
        return next((country for region, country in GOOGLE.items() if labels[0].startswith(region + "-")), None)
    return None


def region_country(name: str) -> str | None:
    """The country of a cloud region by its name, as a definition may state it: `westeurope`, `West Europe`, `eu-north-1`."""
    word = name.strip().lower()
    return AZURE.get(word.replace(" ", "")) or AWS.get(word) or GOOGLE.get(word)
