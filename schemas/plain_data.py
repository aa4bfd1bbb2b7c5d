"""Kinds of personal data and data subjects in plain words: the term, Norwegian (bokmål), Dutch; English is the term itself."""

from typing import Final

PD: Final = """
External | ytre opplysninger | externe gegevens
Financial | økonomiske opplysninger | financiële gegevens
Historical | livshistorie | levensgeschiedenis
Household | husholdning | huishouden
Internal | indre forhold | innerlijke kenmerken
Profile | profil | profiel
Social | sosiale forhold | sociale gegevens
Tracking | sporing | volggegevens
Behavioural | atferd | gedrag
Citizenship | statsborgerskap | staatsburgerschap
Demographic | demografi | demografische gegevens
Ethnicity | etnisitet | etniciteit
Identifying | identifiserende opplysninger | identificerende gegevens
Language | språk | taal
MedicalHealth | medisinske opplysninger | medische gegevens
Nationality | nasjonalitet | nationaliteit
PersonalDocuments | personlige dokumenter | persoonlijke documenten
PhysicalCharacteristic | fysiske kjennetegn | lichamelijke kenmerken
Sexual | seksuelle forhold | seksuele gegevens
Vehicle | kjøretøy | voertuig
Attitude | holdning | houding
AuthenticationHistory | innloggingshistorikk | inloggeschiedenis
BrowsingBehaviour | nettleservaner | surfgedrag
CallLog | anropslogg | gesprekslijst
Demeanour | fremtoning | gedraging
LinkClicked | lenker det er klikket på | aangeklikte links
PerformanceAtWork | arbeidsprestasjon | werkprestaties
Personality | personlighet | persoonlijkheid
Reliability | pålitelighet | betrouwbaarheid
ServiceConsumptionBehaviour | bruk av tjenester | gebruik van diensten
VehicleUsage | bruk av kjøretøy | voertuiggebruik
BrowserHistory | nettleserhistorikk | browsergeschiedenis
BrowsingReferral | henvisende side | verwijzende pagina
TVViewingBehaviour | tv-vaner | kijkgedrag
Geographic | geografi | geografische gegevens
IncomeBracket | inntektsgruppe | inkomensgroep
PhysicalTrait | fysisk trekk | lichamelijk kenmerk
EthnicOrigin | etnisk opprinnelse | etnische afkomst
Race | rase | ras
Biometric | biometri | biometrie
Name | navn | naam
OfficialID | offentlig identifikasjon | officieel identificatienummer
Picture | bilde | foto
UID | unik identifikator | unieke identificatie
Username | brukernavn | gebruikersnaam
VehicleLicense | kjøretøyregistrering | voertuigregistratie
FacialExpression | ansiktsuttrykk | gezichtsuitdrukking
FacialPrint | ansiktsavtrykk | gezichtsafdruk
Fingerprint | fingeravtrykk | vingerafdruk
Retina | netthinne | netvlies
Passport | pass | paspoort
VehicalLicenseNumber | registreringsnummer | kentekennummer
VehicalLicenseRegistration | vognkort | kentekenbewijs
Accent | aksent | accent
Dialect | dialekt | dialect
BloodType | blodtype | bloedgroep
DNACode | DNA-kode | DNA-code
Disability | funksjonsnedsettelse | handicap
DrugTestResult | resultat av rusprøve | uitslag van een drugstest
Health | helse | gezondheid
HealthHistory | sykehistorie | gezondheidsgeschiedenis
HealthRecord | pasientjournal | medisch dossier
Prescription | resept | recept
Genetic | genetiske opplysninger | genetische gegevens
MentalHealth | psykisk helse | geestelijke gezondheid
PhysicalHealth | fysisk helse | lichamelijke gezondheid
FamilyHealthHistory | familiens sykehistorie | gezondheidsgeschiedenis van de familie
IndividualHealthHistory | egen sykehistorie | eigen gezondheidsgeschiedenis
Age | alder | leeftijd
Gender | kjønn | geslacht
HairColour | hårfarge | haarkleur
Height | høyde | lengte
Piercing | piercing | piercing
SkinTone | hudfarge | huidskleur
Tattoo | tatovering | tatoeage
Weight | vekt | gewicht
AgeRange | aldersgruppe | leeftijdsgroep
BirthDate | fødselsdato | geboortedatum
AgeExact | nøyaktig alder | exacte leeftijd
Fetish | fetisj | fetisj
Proclivity | tilbøyelighet | neiging
SexualHistory | seksuell historie | seksuele geschiedenis
SexualPreference | seksuell legning | seksuele voorkeur
FinancialAccount | finansiell konto | financiële rekening
FinancialStatus | økonomisk stilling | financiële positie
Insurance | forsikring | verzekering
Ownership | eierskap | eigendom
Transactional | transaksjoner | transacties
AccountIdentifier | kundenummer eller konto-ID | klantnummer of rekeningkenmerk
BankAccount | bankkonto | bankrekening
PaymentCard | betalingskort | betaalkaart
FinancialAccountNumber | kontonummer | rekeningnummer
PaymentCardNumber | kortnummer | kaartnummer
PaymentCardExpiry | kortets utløpsdato | vervaldatum van de kaart
CreditCardNumber | kredittkortnummer | creditcardnummer
CarOwned | egen bil | eigen auto
HouseOwned | egen bolig | eigen woning
PersonalPossession | eiendeler | bezittingen
ApartmentOwned | egen leilighet | eigen appartement
Credit | kreditt | krediet
Income | inntekt | inkomen
LoanRecord | lån | leningen
Purchase | kjøp | aankoop
PurchasesAndSpendingHabit | kjøpsvaner | koopgedrag
Sale | salg | verkoop
Tax | skatt | belasting
Transaction | bestilling eller transaksjon | bestelling of transactie
CreditCapacity | kredittverdighet i beløp | kredietruimte
CreditRecord | kreditthistorikk | kredietgeschiedenis
CreditStanding | kredittstilling | kredietstatus
CreditWorthiness | kredittverdighet | kredietwaardigheid
CreditScore | kredittscore | kredietscore
LifeHistory | livsløp | levensloop
Authenticating | innloggingsopplysninger | inloggegevens
Emotion | følelser | emoties
KnowledgeBelief | kunnskap og tro | kennis en overtuiging
Mood | humør | stemming
Preference | preferanser | voorkeuren
PINCode | PIN-kode | pincode
Password | passord | wachtwoord
SecretText | hemmelig tekst | geheime tekst
PhilosophicalBelief | livssyn | levensbeschouwing
ReligiousBelief | religiøs overbevisning | religieuze overtuiging
Thought | tanker | gedachten
Favourite | favoritter | favorieten
Intention | hensikt | voornemen
Interest | interesser | interesses
Opinion | meninger | meningen
PrivacyPreference | personvernvalg | privacyvoorkeur
FavouriteColour | favorittfarge | lievelingskleur
FavouriteFood | favorittmat | lievelingseten
FavouriteMusic | favorittmusikk | lievelingsmuziek
Dislike | det en misliker | afkeur
Like | det en liker | voorliefde
GroupProfile | gruppeprofil | groepsprofiel
IndividualProfile | personprofil | persoonsprofiel
Communication | kommunikasjon | communicatie
Criminal | straffbare forhold | strafrechtelijke gegevens
Family | familie | familie
Professional | yrke | beroep
PublicLife | offentlig liv | openbaar leven
SocialNetwork | sosialt nettverk | sociaal netwerk
EmailContent | innhold i e-post | inhoud van e-mail
SocialMedia | sosiale medier | sociale media
SocialMediaCommunication | meldinger i sosiale medier | berichten op sociale media
VoiceCommunicationRecording | lydopptak av samtale | opname van een gesprek
VoiceMail | talepost | voicemail
PubliclyAvailableSocialMedia | åpne profiler i sosiale medier | openbare sociale media
CriminalCharge | siktelse | aanklacht
CriminalConviction | dom | veroordeling
CriminalOffence | lovbrudd | strafbaar feit
CriminalPardon | benådning | gratie
FamilyStructure | familieforhold | gezinssamenstelling
Relationship | relasjon | relatie
Divorce | skilsmisse | echtscheiding
Marriage | ekteskap | huwelijk
Offspring | barn | kinderen
Parent | foreldre | ouders
Sibling | søsken | broers en zussen
DisciplinaryAction | disiplinærsak | disciplinaire maatregel
Education | utdanning | opleiding
EmploymentHistory | arbeidshistorikk | arbeidsverleden
Job | stilling | functie
ProfessionalCertification | sertifisering | beroepscertificaat
ProfessionalEvaluation | medarbeidervurdering | beoordeling
ProfessionalInterview | intervju | sollicitatiegesprek
Reference | referanse | referentie
Salary | lønn | salaris
School | skole | school
WorkEnvironment | arbeidsmiljø | werkomgeving
WorkHistory | yrkeserfaring | werkervaring
EducationExperience | utdanningsløp | onderwijservaring
EducationQualification | vitnemål | diploma
CurrentEmployment | nåværende ansettelse | huidige baan
PastEmployment | tidligere ansettelse | eerdere baan
Character | karakter | karakter
CommunicationsMetadata | metadata om kommunikasjon | communicatiemetagegevens
GeneralReputation | omdømme | reputatie
Interaction | samhandling | omgang
MaritalStatus | sivilstand | burgerlijke staat
PoliticalAffiliation | politisk tilhørighet | politieke gezindheid
PoliticalOpinion | politisk oppfatning | politieke opvatting
Religion | religion | godsdienst
SocialStatus | sosial status | sociale status
Acquaintance | bekjente | kennissen
Association | forening | vereniging
Connection | forbindelser | connecties
Friend | venner | vrienden
GroupMembership | medlemskap | lidmaatschap
TradeUnionMembership | fagforeningsmedlemskap | lidmaatschap van een vakbond
Contact | kontaktopplysninger | contactgegevens
DeviceBased | opplysninger om enheten | apparaatgegevens
DigitalFingerprint | digitalt fingeravtrykk | digitale vingerafdruk
Identifier | identifikator | identificatiekenmerk
Location | sted | locatie
UserAgent | nettleser og versjon | browser en versie
EmailAddress | e-postadresse | e-mailadres
PhysicalAddress | adresse | adres
TelephoneNumber | telefonnummer | telefoonnummer
EmailAddressPersonal | privat e-postadresse | privé-e-mailadres
EmailAddressWork | e-postadresse på jobb | zakelijk e-mailadres
BrowserFingerprint | nettleserens fingeravtrykk | browservingerafdruk
DeviceSoftware | programvare på enheten | software op het apparaat
IPAddress | IP-adresse | IP-adres
MACAddress | MAC-adresse | MAC-adres
DeviceApplications | apper på enheten | apps op het apparaat
DeviceOperatingSystem | operativsystem | besturingssysteem
BirthPlace | fødested | geboorteplaats
Country | land | land
Domicile | bosted | domicilie
GPSCoordinate | GPS-posisjon | gps-positie
HomeLocation | hjemsted | woonplaats
Residency | opphold | verblijf
TravelHistory | reisehistorikk | reisgeschiedenis
BirthCountry | fødeland | geboorteland
City | by | plaats
HouseNumber | husnummer | huisnummer
Locality | sted eller bydel | wijk of plaats
PostalCode | postnummer | postcode
Region | region | regio
RoomNumber | romnummer | kamernummer
Street | gate | straat
"""

SUBJECTS: Final = """
Adult | voksen | volwassene
Applicant | søker | aanvrager
AsylumSeeker | asylsøker | asielzoeker
Child | barn | kind
Citizen | borger | burger
Client | klient | cliënt
Consumer | forbruker | consument
Customer | kunde | klant
DataSubject | registrert | betrokkene
ElderlyDataSubject | eldre registrert | oudere betrokkene
ElderlyHuman | eldre | oudere
Employee | ansatt | werknemer
GuardianOfDataSubject | verge for registrert | voogd van betrokkene
GuardianOfHuman | verge | voogd
HumanSubject | menneske | mens
Immigrant | innvandrer | immigrant
JobApplicant | jobbsøker | sollicitant
Member | medlem | lid
MentallyVulnerableDataSubject | psykisk sårbar registrert | psychisch kwetsbare betrokkene
MentallyVulnerableHuman | psykisk sårbar | psychisch kwetsbare persoon
NonCitizen | ikke-borger | niet-staatsburger
ParentOfDataSubject | forelder til registrert | ouder van betrokkene
ParentOfHuman | forelder | ouder
Participant | deltaker | deelnemer
Patient | pasient | patiënt
Student | student | student
Subscriber | abonnent | abonnee
Tourist | turist | toerist
User | bruker | gebruiker
Visitor | besøkende | bezoeker
VulnerableDataSubject | sårbar registrert | kwetsbare betrokkene
VulnerableHuman | sårbar | kwetsbare persoon
"""
