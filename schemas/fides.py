"""Our terms as fideslang's (PyPI fideslang 3.1.4): a projection for tools that speak it. DPV stays what is meant.

A kind of personal data without a key of its own goes to that of the nearest broader kind, at last to `user`.
"""

from types import MappingProxyType
from typing import Final

from schemas.dpv import BROADER

_CATEGORIES: Final = """
Name user.name
EmailAddress user.contact.email
TelephoneNumber user.contact.phone_number
Contact user.contact
PhysicalAddress user.contact.address
Street user.contact.address.street
HouseNumber user.contact.address.street
PostalCode user.contact.address.postal_code
City user.contact.address.city
Locality user.contact.address.city
Region user.contact.address.state
Country user.contact.address.country
BirthDate user.demographic.date_of_birth
AgeRange user.demographic.age_range
Age user.demographic.age_range
Gender user.demographic.gender
Language user.demographic.language
MaritalStatus user.demographic.marital_status
Demographic user.demographic
Nationality user.demographic
Citizenship user.demographic
PhysicalCharacteristic user.demographic
Ethnicity user.demographic.race_ethnicity
Race user.demographic.race_ethnicity
EthnicOrigin user.demographic.race_ethnicity
PoliticalOpinion user.demographic.political_opinion
PoliticalAffiliation user.demographic.political_opinion
Religion user.demographic.religious_belief
ReligiousBelief user.demographic.religious_belief
PhilosophicalBelief user.demographic.religious_belief
Sexual user.demographic.sexual_orientation
Profile user.demographic.profile
OfficialID user.government_id.national_identification_number
Passport user.government_id.passport_number
PersonalDocuments user.government_id
VehicleLicense user.government_id.vehicle_registration
UID user.unique_id
Identifier user.unique_id
AccountIdentifier user.unique_id
Username user.account.username
Password user.authorization.password
PINCode user.authorization.credentials
Authenticating user.authorization
AuthenticationHistory user.authorization
Financial user.financial
BankAccount user.financial.bank_account
FinancialAccountNumber user.financial.bank_account
PaymentCard user.financial.credit_card
PaymentCardNumber user.financial.credit_card
Transaction user.behavior.purchase_history
Purchase user.behavior.purchase_history
Behavioural user.behavior
BrowsingBehaviour user.behavior.browsing_history
BrowserHistory user.behavior.browsing_history
TVViewingBehaviour user.behavior.media_consumption
DeviceBased user.device
IPAddress user.device.ip_address
MACAddress user.device.device_id
BrowserFingerprint user.device.cookie_id
DigitalFingerprint user.device.cookie_id
UserAgent user.device
Tracking user.telemetry
Location user.location
GPSCoordinate user.location.precise
HomeLocation user.location.precise
Vehicle user.device
Professional user.workplace
Job user.job_title
CurrentEmployment user.workplace
Communication user.content.private
EmailContent user.content.private
VoiceMail user.biometric.voice
VoiceCommunicationRecording user.biometric.voice
Picture user.content.self_image
SocialMedia user.social
SocialNetwork user.social
Social user.social
Biometric user.biometric
Fingerprint user.biometric.fingerprint
Retina user.biometric.retinal
MedicalHealth user.health_and_medical
Health user.health_and_medical
HealthRecord user.health_and_medical.record_id
Genetic user.health_and_medical.genetic
Criminal user.criminal_history
PrivacyPreference user.privacy_preferences
"""
_USES: Final = """
AccountManagement essential.service.authentication
IdentityAuthentication essential.service.authentication
IdentityVerification essential.service.authentication
ServiceRegistration essential.service.authentication
CommunicationForCustomerCare essential.service.operations.support
CustomerCare essential.service.operations.support
CustomerClaimsManagement essential.legal_obligation
CommunicationManagement essential.service.notifications
CustomerManagement operations
CustomerRelationshipManagement operations
ImproveInternalCRMProcesses operations
MemberPartnerManagement operations
VendorManagement operations
VendorPayment finance
VendorRecordsManagement operations
VendorSelectionAssessment operations
RecordManagement essential.legal_obligation
OrganisationGovernance operations
OrganisationRiskManagement operations
OrganisationComplianceManagement essential.legal_obligation
InternalResourceOptimisation operations
OptimisationForController operations
CustomerOrderManagement essential.service
DeliveryOfGoods essential.service
EstablishContractualAgreement essential.service
FulfilmentOfContractualObligation essential.service
FulfilmentOfObligation essential.legal_obligation
RequestedServiceProvision essential.service
ServiceProvision essential.service
SearchFunctionalities essential.service
TechnicalServiceProvision essential.service.operations
ServiceManagement essential.service.operations
ServiceMonitoring analytics.reporting.system
ServiceUsageAnalytics analytics.reporting.system
PaymentManagement essential.service.payment_processing
LegalCompliance essential.legal_obligation
RightsFulfilment essential.legal_obligation
DisputeManagement essential.legal_obligation
CounterMoneyLaundering essential.legal_obligation
EnforceSecurity essential.service.security
EnforceAccessControl essential.service.security
IncreaseServiceRobustness essential.service.security
FraudPreventionAndDetection essential.fraud_detection
MisusePreventionAndDetection essential.fraud_detection
MaintainFraudDatabase essential.fraud_detection
ImproveExistingProductsAndServices functional.service.improve
ServiceOptimisation functional.service.improve
OptimiseUserInterface functional.service.improve
OptimisationForConsumer functional.service
ResearchAndDevelopment functional.service.improve
CommercialPurpose marketing
Marketing marketing
Advertising marketing.advertising
DirectMarketing marketing.communications
SocialMediaMarketing marketing
PublicRelations marketing
TargetedAdvertising marketing.advertising.first_party.targeted
PersonalisedAdvertising marketing.advertising.first_party.targeted
ProvideProductRecommendations marketing
ProvideEventRecommendations marketing
ProvidePersonalisedRecommendations personalize.content
Personalisation personalize
PersonalisedBenefits personalize
ServicePersonalisation personalize.system
UserInterfacePersonalisation personalize.system
SellProducts sales
SellProductsToDataSubject sales
SellDataToThirdParties third_party_sharing
SellInsightsFromData third_party_sharing
HumanResourceManagement employment
"""
_PREFIXES: Final = (("Recruitment", "employment.recruitment"), ("PersonnelHiring", "employment.recruitment"), ("Personnel", "employment"))
_SUBJECTS: Final = """
Customer customer
Client customer
Consumer customer
Subscriber customer
User customer
Employee employee
JobApplicant job_applicant
Applicant prospect
Patient patient
Visitor visitor
Participant visitor
Citizen citizen_voter
ParentOfDataSubject next_of_kin
GuardianOfDataSubject next_of_kin
Student trainee
"""
BASES: Final = MappingProxyType(
    {"a": "Consent", "b": "Contract", "c": "Legal obligations", "d": "Vital interests", "e": "Public interest", "f": "Legitimate interests"}
)
CONDITIONS: Final = MappingProxyType(
    {
        "a": "Explicit consent",
        "b": "Employment, social security and social protection",
        "c": "Vital interests",
        "d": "Not-for-profit bodies",
        "e": "Made public by the data subject",
        "f": "Legal claims or judicial acts",
        "g": "Reasons of substantial public interest (with a basis in law)",
        "h": "Health or social care (with a basis in law)",
        "i": "Public health (with a basis in law)",
        "j": "Archiving, research and statistics (with a basis in law)",
    }
)

RIGHTS: Final = MappingProxyType(
    {
        "A13": "Informed",
        "A14": "Informed",
        "A15": "Access",
        "A16": "Rectification",
        "A17": "Erasure",
        "A18": "Restrict Processing",
        "A20": "Portability",
        "A7-3": "Withdraw Consent",
        "A21": "Object",
        "A22": "Object to Automated Processing",
    }
)


def _pairs(text: str) -> MappingProxyType[str, str]:
    return MappingProxyType(dict(line.split() for line in text.strip().splitlines()))


CATEGORIES: Final = _pairs(_CATEGORIES)
USES: Final = _pairs(_USES)
SUBJECTS: Final = _pairs(_SUBJECTS)


def category(curie: str) -> str:
    """The data category of a pd: term: its own, else that of the nearest broader term that has one (the one with most above it)."""
    above = sorted(BROADER.get(curie, frozenset((curie,))), key=lambda term: (-len(BROADER.get(term, ())), term))
    mapped = [CATEGORIES[name] for term in (curie, *above) if (name := term.partition(":")[2]) in CATEGORIES]
    return mapped[0] if mapped else "user"


def use(curie: str) -> str:
    """The data use of a dpv: purpose; `essential.service` where fideslang has no word that is nearer."""
    name = curie.partition(":")[2]
    return USES.get(name) or next((key for prefix, key in _PREFIXES if name.startswith(prefix)), "essential.service")


def subject(curie: str) -> str:
    return SUBJECTS.get(curie.partition(":")[2], "customer")


def basis(curie: str | None) -> str | None:
    """The legal basis of `eu-gdpr:A6-1-…`; None for none."""
    return BASES.get(curie.removeprefix("eu-gdpr:A6-1-")[:1]) if curie and curie.startswith("eu-gdpr:A6-1-") else None


def condition(curie: str | None) -> str | None:
    """The special category basis of `eu-gdpr:A9-2-…`; None for none."""
    return CONDITIONS.get(curie.removeprefix("eu-gdpr:A9-2-")[:1]) if curie and curie.startswith("eu-gdpr:A9-2-") else None


def right(curie: str) -> str | None:
    """The data subject right of an `eu-gdpr:A…`; None where its enumeration has none (a complaint to an authority)."""
    return RIGHTS.get(curie.removeprefix("eu-gdpr:"))
