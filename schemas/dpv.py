"""The terms of the W3C Data Privacy Vocabulary that policies may use, and which kind of personal data is narrower than which.

Version 2.3 (https://w3id.org/dpv, /dpv/pd, /dpv/legal/eu/gdpr), all terms of the kinds that stand here. 2.3 spells twelve kinds of
personal data anew that 2.2 had in American English; the older spelling is still read. What the vocabulary spells oddly stays so
(`pd:VehicalLicenseNumber`).
"""

import difflib
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

# Each line: a broader term, then the terms that skos:broader puts right below it. A term may stand below two.
_PD: Final = """
PersonalData: External Financial Historical Household Internal Profile Social Tracking
External: Behavioural Citizenship Demographic Ethnicity Identifying Language MedicalHealth Nationality PersonalDocuments
External: PhysicalCharacteristic Sexual Vehicle
Behavioural: Attitude AuthenticationHistory BrowsingBehaviour CallLog Demeanour LinkClicked PerformanceAtWork Personality
Behavioural: Reliability ServiceConsumptionBehaviour VehicleUsage
BrowsingBehaviour: BrowserHistory BrowsingReferral
ServiceConsumptionBehaviour: TVViewingBehaviour
Demographic: Geographic IncomeBracket PhysicalTrait
Ethnicity: EthnicOrigin Race
Identifying: Biometric Name OfficialID Picture UID Username VehicleLicense
Biometric: FacialExpression FacialPrint Fingerprint Retina
OfficialID: Passport
VehicleLicense: VehicalLicenseNumber VehicalLicenseRegistration
Vehicle: VehicleLicense VehicleUsage
Language: Accent Dialect
MedicalHealth: BloodType DNACode Disability DrugTestResult Health HealthHistory HealthRecord Prescription
Health: Genetic MentalHealth PhysicalHealth
HealthHistory: FamilyHealthHistory IndividualHealthHistory
PhysicalCharacteristic: Age Gender HairColour Height Piercing SkinTone Tattoo Weight
Age: AgeRange BirthDate
AgeRange: AgeExact
Sexual: Fetish Proclivity SexualHistory SexualPreference
Financial: FinancialAccount FinancialStatus Insurance Ownership Transactional
FinancialAccount: AccountIdentifier BankAccount PaymentCard
AccountIdentifier: FinancialAccountNumber PaymentCardNumber
PaymentCard: PaymentCardExpiry PaymentCardNumber
PaymentCardNumber: CreditCardNumber
Ownership: CarOwned HouseOwned PersonalPossession
HouseOwned: ApartmentOwned
Transactional: Credit Income LoanRecord Purchase PurchasesAndSpendingHabit Sale Tax Transaction
Credit: CreditCapacity CreditRecord CreditStanding CreditWorthiness
CreditWorthiness: CreditScore
Historical: LifeHistory
Internal: Authenticating Emotion KnowledgeBelief Mood Preference
Authenticating: PINCode Password SecretText
KnowledgeBelief: PhilosophicalBelief ReligiousBelief Thought
Preference: Favourite Intention Interest Opinion PrivacyPreference
Favourite: FavouriteColour FavouriteFood FavouriteMusic
Interest: Dislike Like
Profile: GroupProfile IndividualProfile
Social: Communication Criminal Family Professional PublicLife SocialNetwork
Communication: EmailContent SocialMedia SocialMediaCommunication VoiceCommunicationRecording VoiceMail
SocialMedia: PubliclyAvailableSocialMedia
Criminal: CriminalCharge CriminalConviction CriminalOffence CriminalPardon
Family: FamilyStructure Relationship
FamilyStructure: Divorce Marriage Offspring Parent Sibling
Professional: DisciplinaryAction Education EmploymentHistory Job PerformanceAtWork ProfessionalCertification
Professional: ProfessionalEvaluation ProfessionalInterview Reference Salary School WorkEnvironment WorkHistory
Education: EducationExperience EducationQualification
EmploymentHistory: CurrentEmployment PastEmployment
PublicLife: Character CommunicationsMetadata GeneralReputation Interaction MaritalStatus PoliticalAffiliation
PublicLife: PoliticalOpinion Religion SocialStatus
SocialNetwork: Acquaintance Association Connection Friend GroupMembership
GroupMembership: TradeUnionMembership
Tracking: Contact DeviceBased DigitalFingerprint Identifier Location UserAgent
Contact: EmailAddress PhysicalAddress TelephoneNumber
EmailAddress: EmailAddressPersonal EmailAddressWork
DeviceBased: BrowserFingerprint DeviceSoftware IPAddress MACAddress
DeviceSoftware: DeviceApplications DeviceOperatingSystem
Location: BirthPlace Country Domicile GPSCoordinate HomeLocation PhysicalAddress Residency TravelHistory
BirthPlace: BirthCountry
Country: BirthCountry
PhysicalAddress: City HouseNumber Locality PostalCode Region RoomNumber Street
"""

# Typed dpv:SpecialCategoryPersonalData in the vocabulary; what is narrower than these is special too (GDPR art. 9).
_SPECIAL: Final = (
    "Biometric MedicalHealth EthnicOrigin Race PhilosophicalBelief ReligiousBelief Religion PoliticalAffiliation "
    "PoliticalOpinion TradeUnionMembership Sexual"
)

_PURPOSES: Final = """
AcademicResearch AccountManagement Advertising AgeVerification CombatClimateChange CommercialPurpose CommercialResearch
CommunicationForCustomerCare CommunicationManagement CounterMoneyLaundering Counterterrorism CustomerCare CustomerClaimsManagement
CustomerManagement CustomerOrderManagement CustomerRelationshipManagement CustomerSolvencyMonitoring DataAltruism DeliveryOfGoods
DirectMarketing DisputeManagement EnforceAccessControl EnforceSecurity EstablishContractualAgreement FraudPreventionAndDetection
FulfilmentOfContractualObligation FulfilmentOfObligation HumanResourceManagement IdentityAuthentication IdentityVerification
ImproveExistingProductsAndServices ImproveHealthcare ImproveInternalCRMProcesses ImprovePublicServices ImproveTransportMobility
IncreaseServiceRobustness InternalResourceOptimisation LegalCompliance MaintainFraudDatabase Marketing MemberPartnerManagement
MisusePreventionAndDetection NonCommercialPurpose NonCommercialResearch OptimisationForConsumer OptimisationForController
OptimiseUserInterface OrganisationComplianceManagement OrganisationGovernance OrganisationRiskManagement PaymentManagement
Personalisation PersonalisedAdvertising PersonalisedBenefits PersonnelBehaviourMonitoring PersonnelHiring PersonnelManagement
PersonnelMonitoring PersonnelOffboarding PersonnelOnboarding PersonnelPayment PersonnelPerformanceEvaluation
PersonnelPerformanceManagement PersonnelPerformanceMonitoring PersonnelPerformancePrediction PersonnelPromotionManagement
PersonnelTerminationManagement PersonnelWorkloadManagement PoliticalCampaign ProtectionOfIPR ProtectionOfNationalSecurity
ProtectionOfPublicSecurity ProvideEventRecommendations ProvideOfficialStatistics ProvidePersonalisedRecommendations
ProvideProductRecommendations PublicBenefit PublicPolicyMaking PublicRelations Purpose RecordManagement RecruitmentAdvertising
RecruitmentApplicantBackgroundCheck RecruitmentApplicantCriminalBackgroundCheck RecruitmentApplicantInformationAuthentication
RecruitmentApplicantSelection RecruitmentApplicationAnalysis RecruitmentApplicationManagement RecruitmentApplicationScreening
RecruitmentInterviewAnalysis RecruitmentInterviewAssessment RecruitmentInterviewManagement RecruitmentInterviewScheduling
RecruitmentManagement RecruitmentTargetedAdvertising RepairImpairments RequestedServiceProvision ResearchAndDevelopment
RightsFulfilment ScientificResearch SearchFunctionalities SellDataToThirdParties SellInsightsFromData SellProducts
SellProductsToDataSubject ServiceManagement ServiceMonitoring ServiceOptimisation ServicePersonalisation ServiceProvision
ServiceRegistration ServiceUsageAnalytics SocialMediaMarketing TargetedAdvertising TechnicalServiceProvision
UserInterfacePersonalisation VendorManagement VendorPayment VendorRecordsManagement VendorSelectionAssessment Verification
"""

_SUBJECTS: Final = """
Adult Applicant AsylumSeeker Child Citizen Client Consumer Customer DataSubject ElderlyDataSubject ElderlyHuman Employee
GuardianOfDataSubject GuardianOfHuman HumanSubject Immigrant JobApplicant Member MentallyVulnerableDataSubject
MentallyVulnerableHuman NonCitizen ParentOfDataSubject ParentOfHuman Participant Patient Student Subscriber Tourist User Visitor
VulnerableDataSubject VulnerableHuman
"""

_LEGAL_BASES: Final = """
A6-1-a A6-1-a-explicit-consent A6-1-a-non-explicit-consent A6-1-b A6-1-b-contract-performance A6-1-b-enter-into-contract A6-1-c
A6-1-d A6-1-d-data-subject A6-1-d-natural-person A6-1-e A6-1-e-official-authority A6-1-e-public-interest A6-1-f A6-1-f-controller
A6-1-f-third-party
"""
_CONDITIONS: Final = "A9-2-a A9-2-b A9-2-c A9-2-d A9-2-e A9-2-f A9-2-g A9-2-h A9-2-i A9-2-j"
_SAFEGUARDS: Final = """
A45-3 A46-2-a A46-2-b A46-2-c A46-2-d A46-2-e A46-2-f A46-3-a A46-3-b A49-1-a A49-1-b A49-1-c A49-1-d A49-1-e A49-1-f A49-1-g A49-2
"""

_PROCESSING: Final = """
Access Acquire Adapt Aggregate Align Alter Analyse Anonymise Assess Collect Combine Consult Copy CrossBorderTransfer Delete Derive
Destruct Disclose DiscloseByTransmission Display Disseminate Download Erase Export Filter Format Generate Infer MakeAvailable Match
Modify Monitor Move Observe Obtain Organise Profiling Pseudonymise Query Record Reformat Remove Restrict Retrieve Screen Share Store
Structure Tracking TrackingByFirstParty TrackingByThirdParty Transfer Transform Transmit Use
"""
_STORAGE: Final = "StorageCondition StorageDeletion StorageDuration StorageLocation StorageRestoration"
_DURATIONS: Final = "EndlessDuration FixedOccurrencesDuration IndeterminateDuration TemporalDuration UntilEventDuration UntilTimeDuration"
_RIGHTS: Final = "A7-3 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A22-3-a A22-3-b A22-3-c A77 A78 A79"

# The words of notices for the rights of data subjects (GDPR art. 7(3), 15 to 21, 77).
_RIGHT_WORDS: Final = """
A7-3: withdrawal, withdrawal of consent
A15: access, copy
A16: rectification, correction, update
A17: erasure, deletion
A18: restriction
A20: portability
A21: objection
A77: complaint
"""

# As 2.2 spelt them, and as 2.3 does.
_RENAMED: Final = """
Acquantaince Acquaintance, Behavioral Behavioural, BrowsingBehavior BrowsingBehaviour, CriminalOffense CriminalOffence,
Demeanor Demeanour, Favorite Favourite, FavoriteColor FavouriteColour, FavoriteFood FavouriteFood, FavoriteMusic FavouriteMusic,
HairColor HairColour, ServiceConsumptionBehavior ServiceConsumptionBehaviour, TVViewingBehavior TVViewingBehaviour
"""


def _curies(prefix: str, words: str) -> frozenset[str]:
    return frozenset(f"{prefix}:{word}" for word in words.split())


def _ancestors() -> dict[str, frozenset[str]]:
    """Each pd: term with all that is broader than it, itself included (dpv:PersonalData, the root, left out)."""
    above: dict[str, set[str]] = {}
    for line in _PD.strip().splitlines():
        parent, children = line.split(":")
        for child in children.split():
            above.setdefault(child, set())
            if parent != "PersonalData":
                above[child].add(parent)

    def closure(term: str) -> set[str]:
        return {term}.union(*(closure(parent) for parent in above[term]))

    return {f"pd:{term}": frozenset(f"pd:{t}" for t in closure(term)) for term in above}


BROADER: Final = MappingProxyType(_ancestors())  # pd: term -> itself and everything broader
PD: Final = frozenset(BROADER)
PURPOSES: Final = _curies("dpv", _PURPOSES)
SUBJECTS: Final = _curies("dpv", _SUBJECTS)
LEGAL_BASES: Final = _curies("eu-gdpr", _LEGAL_BASES)
CONDITIONS: Final = _curies("eu-gdpr", _CONDITIONS)  # of GDPR art. 9(2)
SAFEGUARDS: Final = _curies("eu-gdpr", _SAFEGUARDS)  # of GDPR chapter V
PROCESSING: Final = _curies("dpv", _PROCESSING)
STORAGE: Final = _curies("dpv", _STORAGE)
DURATIONS: Final = _curies("dpv", _DURATIONS)
RIGHTS: Final = _curies("eu-gdpr", _RIGHTS)
RENAMED: Final = MappingProxyType({f"pd:{old}": f"pd:{new}" for old, new in (pair.split() for pair in _RENAMED.split(","))})
RIGHT_WORDS: Final = MappingProxyType(
    {
        word.strip(): f"eu-gdpr:{term}"
        for term, words in (line.split(":") for line in _RIGHT_WORDS.strip().splitlines())
        for word in words.split(",")
    }
)
_SPECIAL_ROOTS: Final = _curies("pd", _SPECIAL)


def covered(category: str, listed: Iterable[str]) -> bool:
    """Whether one of the listed terms is the category or broader than it: a listed category covers its narrower terms."""
    return not BROADER.get(category, frozenset((category,))).isdisjoint(listed)


def is_special(category: str) -> bool:
    """A special category of GDPR art. 9, or narrower than one."""
    return covered(category, _SPECIAL_ROOTS)


def same_basis(basis: str | None, wanted: str) -> bool:
    """Whether a legal basis is the wanted one or a finer form of it: `eu-gdpr:A6-1-a-explicit-consent` is `eu-gdpr:A6-1-a`."""
    return basis is not None and (basis == wanted or basis.startswith(wanted + "-"))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "pd:EmailAddress"?`, or nothing where no known word is near. Case and prefix may be wrong."""
    bare = {w.rpartition(":")[2].casefold(): w for w in sorted(known)}
    wanted = word.rpartition(":")[2].casefold()
    near = [w for w in bare if wanted and w.startswith(wanted)] or difflib.get_close_matches(wanted, bare, 1, 0.6)
    return f'; did you mean "{bare[min(near, key=len)]}"?' if near else ""
