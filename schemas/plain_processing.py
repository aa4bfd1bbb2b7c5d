"""Processing, storage, durations and rights in plain words. Each line: the term, English, Norwegian (bokmål), Dutch; `-` in English is
the term itself, its words taken apart.
"""

from typing import Final

PROCESSING: Final = """
Access | - | gi tilgang | toegang krijgen
Acquire | - | anskaffe | verkrijgen
Adapt | - | tilpasse | aanpassen
Aggregate | - | aggregere | aggregeren
Align | - | sammenstille | op elkaar afstemmen
Alter | - | endre | wijzigen
Analyse | - | analysere | analyseren
Anonymise | - | anonymisere | anonimiseren
Assess | - | vurdere | beoordelen
Collect | - | samle inn | verzamelen
Combine | - | kombinere | combineren
Consult | - | slå opp | raadplegen
Copy | - | kopiere | kopiëren
CrossBorderTransfer | transfer across borders | overføre over landegrenser | over de grens doorgeven
Delete | - | slette | wissen
Derive | - | utlede | afleiden
Destruct | destroy | tilintetgjøre | vernietigen
Disclose | - | utlevere | verstrekken
DiscloseByTransmission | disclose by transmission | utlevere ved oversendelse | verstrekken door doorzending
Display | - | vise | tonen
Disseminate | - | spre | verspreiden
Download | - | laste ned | downloaden
Erase | - | fjerne for godt | uitwissen
Export | - | eksportere | exporteren
Filter | - | filtrere | filteren
Format | - | formatere | opmaken
Generate | - | generere | genereren
Infer | - | slutte seg til | concluderen
MakeAvailable | - | gjøre tilgjengelig | ter beschikking stellen
Match | - | sammenligne | vergelijken
Modify | - | bearbeide | bewerken
Monitor | - | overvåke | volgen
Move | - | flytte | verplaatsen
Observe | - | observere | waarnemen
Obtain | - | innhente | ontvangen
Organise | - | organisere | ordenen
Profiling | - | profilering | profilering
Pseudonymise | - | pseudonymisere | pseudonimiseren
Query | - | søke i | bevragen
Record | - | registrere | vastleggen
Reformat | - | omformatere | omzetten
Remove | - | ta bort | verwijderen
Restrict | - | begrense | beperken
Retrieve | - | hente fram | opvragen
Screen | - | gjennomgå | screenen
Share | - | dele | delen
Store | - | lagre | opslaan
Structure | - | strukturere | structureren
Tracking | - | spore | volgen van gedrag
TrackingByFirstParty | tracking by the first party | sporing av første part | volgen door de eigen partij
TrackingByThirdParty | tracking by a third party | sporing av tredjepart | volgen door een derde
Transfer | - | overføre | doorgeven
Transform | - | omforme | omvormen
Transmit | - | oversende | doorzenden
Use | - | bruke | gebruiken
"""

STORAGE: Final = """
StorageCondition | how it is stored | vilkår for lagring | voorwaarden voor opslag
StorageDeletion | how it is deleted | sletting fra lager | verwijdering uit opslag
StorageDuration | how long it is stored | lagringstid | bewaartermijn
StorageLocation | where it is stored | lagringssted | plaats van opslag
StorageRestoration | how it is restored | gjenoppretting fra lager | herstel uit opslag
EndlessDuration | without end | uten slutt | zonder einde
FixedOccurrencesDuration | for so many times | et bestemt antall ganger | een vast aantal keren
IndeterminateDuration | for a time that is not stated | ubestemt tid | onbepaalde tijd
TemporalDuration | for a period | en periode | een periode
UntilEventDuration | until an event | til en hendelse | tot een gebeurtenis
UntilTimeDuration | until a date | til en dato | tot een datum
"""

RIGHTS: Final = """
A7-3 | to withdraw consent | trekke tilbake samtykke | toestemming intrekken
A13 | to be told when data is collected | informasjon ved innsamling | informatie bij verzameling
A14 | to be told of data from others | informasjon om data fra andre | informatie over gegevens van anderen
A15 | access | innsyn | inzage
A16 | rectification | retting | rectificatie
A17 | erasure | sletting | gegevenswissing
A18 | restriction | begrensning | beperking
A19 | recipients are told | underretning av mottakere | kennisgeving aan ontvangers
A20 | portability | dataportabilitet | overdraagbaarheid
A21 | objection | innsigelse | bezwaar
A22 | no automated decisions | ingen automatiserte avgjørelser | geen geautomatiseerde besluiten
A22-3-a | human intervention | menneskelig inngripen | menselijke tussenkomst
A22-3-b | to give one's view | uttrykke eget syn | eigen standpunt geven
A22-3-c | to contest a decision | bestride en avgjørelse | een besluit aanvechten
A77 | complaint to an authority | klage til tilsynet | klacht bij een toezichthouder
A78 | remedy against an authority | rettsmiddel mot tilsynet | beroep tegen een toezichthouder
A79 | remedy against controller or processor | rettsmiddel mot virksomheten | beroep tegen de verantwoordelijke of verwerker
"""
