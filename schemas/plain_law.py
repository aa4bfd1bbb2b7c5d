"""Purposes, legal bases, conditions and safeguards in plain words. Each line: the term, English, Norwegian (bokmål), Dutch; `-` in
English is the term itself, its words taken apart.
"""

from typing import Final

PURPOSES: Final = """
AcademicResearch | - | akademisk forskning | wetenschappelijk onderzoek
AccountManagement | managing accounts | håndtere brukerkontoer | accounts beheren
Advertising | - | reklame | adverteren
AgeVerification | verifying age | kontrollere alder | leeftijd controleren
CombatClimateChange | - | motvirke klimaendringer | klimaverandering bestrijden
CommercialPurpose | commercial aims | kommersielle formål | commerciële doeleinden
CommercialResearch | - | kommersiell forskning | commercieel onderzoek
CommunicationForCustomerCare | answering customers and enquiries | svare kunder og henvendelser | klanten en vragen beantwoorden
CommunicationManagement | communicating with people | kommunisere med personer | met mensen communiceren
CounterMoneyLaundering | - | motvirke hvitvasking | witwassen tegengaan
Counterterrorism | - | motvirke terror | terrorisme bestrijden
CustomerCare | customer service and support | kundeservice og støtte | klantenservice en ondersteuning
CustomerClaimsManagement | handling claims and collection | håndtere krav og innkreving | vorderingen en incasso
CustomerManagement | managing customers | håndtere kundeforhold | klanten beheren
CustomerOrderManagement | handling orders | håndtere bestillinger | bestellingen verwerken
CustomerRelationshipManagement | customer relations | kundeoppfølging | klantrelaties onderhouden
CustomerSolvencyMonitoring | watching customers' solvency | overvåke kunders betalingsevne | kredietwaardigheid van klanten volgen
DataAltruism | - | dataaltruisme | data-altruïsme
DeliveryOfGoods | delivering goods | levere varer | goederen leveren
DirectMarketing | - | direkte markedsføring | direct marketing
DisputeManagement | handling disputes | håndtere tvister | geschillen behandelen
EnforceAccessControl | controlling access | styre tilgang | toegang beheren
EnforceSecurity | keeping systems secure | informasjonssikkerhet | informatiebeveiliging
EstablishContractualAgreement | concluding a contract | inngå avtale | een overeenkomst sluiten
FraudPreventionAndDetection | preventing and detecting fraud | forebygge og avdekke svindel | fraude voorkomen en opsporen
FulfilmentOfContractualObligation | performing a contract | oppfylle avtale | een overeenkomst uitvoeren
FulfilmentOfObligation | meeting an obligation | oppfylle forpliktelse | een verplichting nakomen
HumanResourceManagement | human resources | personalforvaltning | personeelszaken
IdentityAuthentication | signing people in | innlogging | mensen laten inloggen
IdentityVerification | verifying identity | kontrollere identitet | identiteit controleren
ImproveExistingProductsAndServices | improving products and services | forbedre produkter og tjenester | producten en diensten verbeteren
ImproveHealthcare | - | forbedre helsetjenester | gezondheidszorg verbeteren
ImproveInternalCRMProcesses | improving customer care processes | forbedre interne kundeprosesser | interne klantprocessen verbeteren
ImprovePublicServices | - | forbedre offentlige tjenester | openbare diensten verbeteren
ImproveTransportMobility | - | forbedre transport | vervoer verbeteren
IncreaseServiceRobustness | making a service robust | gjøre tjenesten robust | de dienst robuuster maken
InternalResourceOptimisation | using own resources well | utnytte egne ressurser | eigen middelen beter benutten
LegalCompliance | meeting legal duties | oppfylle rettslig plikt | aan wettelijke plichten voldoen
MaintainFraudDatabase | - | føre svindelregister | een frauderegister bijhouden
Marketing | - | markedsføring | marketing
MemberPartnerManagement | managing members and partners | håndtere medlemmer og partnere | leden en partners beheren
MisusePreventionAndDetection | preventing and detecting misuse | forebygge og avdekke misbruk | misbruik voorkomen en opsporen
NonCommercialPurpose | non-commercial aims | ikke-kommersielle formål | niet-commerciële doeleinden
NonCommercialResearch | - | ikke-kommersiell forskning | niet-commercieel onderzoek
OptimisationForConsumer | making it easier for people | gjøre det enklere for brukeren | gemak voor de gebruiker
OptimisationForController | making it easier for the organisation | forenkle for virksomheten | gemak voor de organisatie
OptimiseUserInterface | - | forbedre brukergrensesnitt | de gebruikersinterface verbeteren
OrganisationComplianceManagement | managing compliance | styre etterlevelse | naleving beheren
OrganisationGovernance | governing the organisation | virksomhetsstyring | de organisatie besturen
OrganisationRiskManagement | managing risk | risikostyring | risico's beheren
PaymentManagement | invoicing and payments | fakturering og betaling | facturering en betaling
Personalisation | - | tilpasning til personen | personalisatie
PersonalisedAdvertising | - | tilpasset reklame | gepersonaliseerde reclame
PersonalisedBenefits | - | tilpassede fordeler | gepersonaliseerde voordelen
PersonnelBehaviourMonitoring | monitoring staff behaviour | overvåke ansattes atferd | gedrag van personeel volgen
PersonnelHiring | hiring | ansettelse | personeel aannemen
PersonnelManagement | managing staff | personalledelse | personeel beheren
PersonnelMonitoring | monitoring staff | overvåke ansatte | personeel volgen
PersonnelOffboarding | staff leaving | avslutte arbeidsforhold | vertrek van personeel
PersonnelOnboarding | staff starting | nyansettelse | personeel inwerken
PersonnelPayment | paying salaries | utbetale lønn | salarissen betalen
PersonnelPerformanceEvaluation | evaluating staff | vurdere ansatte | personeel beoordelen
PersonnelPerformanceManagement | managing staff performance | oppfølging av ansatte | prestaties van personeel beheren
PersonnelPerformanceMonitoring | monitoring staff performance | måle ansattes innsats | prestaties van personeel volgen
PersonnelPerformancePrediction | predicting staff performance | forutsi ansattes innsats | prestaties van personeel voorspellen
PersonnelPromotionManagement | promoting staff | forfremme ansatte | personeel bevorderen
PersonnelTerminationManagement | terminating employment | oppsigelse | ontslag
PersonnelWorkloadManagement | managing staff workload | fordele arbeid | werklast verdelen
PoliticalCampaign | - | politisk kampanje | politieke campagne
ProtectionOfIPR | protecting intellectual property | beskytte immaterielle rettigheter | intellectueel eigendom beschermen
ProtectionOfNationalSecurity | - | nasjonal sikkerhet | nationale veiligheid
ProtectionOfPublicSecurity | - | offentlig sikkerhet | openbare veiligheid
ProvideEventRecommendations | recommending events | anbefale arrangementer | evenementen aanbevelen
ProvideOfficialStatistics | - | offisiell statistikk | officiële statistiek
ProvidePersonalisedRecommendations | personal recommendations | personlige anbefalinger | persoonlijke aanbevelingen
ProvideProductRecommendations | recommending products | anbefale produkter | producten aanbevelen
PublicBenefit | - | allmenn nytte | algemeen nut
PublicPolicyMaking | - | utforme offentlig politikk | overheidsbeleid maken
PublicRelations | - | informasjonsarbeid | public relations
Purpose | - | formål | doel
RecordManagement | keeping records | arkivering | dossiers bijhouden
RecruitmentAdvertising | advertising vacancies | utlysning av stillinger | vacatures adverteren
RecruitmentApplicantBackgroundCheck | checking applicants' background | bakgrunnssjekk av søkere | achtergrond van sollicitanten controleren
RecruitmentApplicantCriminalBackgroundCheck | checking criminal records | sjekk av vandel | strafblad controleren
RecruitmentApplicantInformationAuthentication | verifying details | kontrollere opplysninger | gegevens controleren
RecruitmentApplicantSelection | selecting applicants | velge blant søkere | sollicitanten selecteren
RecruitmentApplicationAnalysis | analysing applications | analysere søknader | sollicitaties analyseren
RecruitmentApplicationManagement | handling applications | behandle søknader | sollicitaties verwerken
RecruitmentApplicationScreening | screening applications | sile søknader | sollicitaties screenen
RecruitmentInterviewAnalysis | analysing interviews | analysere intervjuer | gesprekken analyseren
RecruitmentInterviewAssessment | assessing interviews | vurdere intervjuer | gesprekken beoordelen
RecruitmentInterviewManagement | holding interviews | gjennomføre intervjuer | gesprekken voeren
RecruitmentInterviewScheduling | scheduling interviews | avtale intervjuer | gesprekken plannen
RecruitmentManagement | recruitment | rekruttering | werving
RecruitmentTargetedAdvertising | targeted vacancies | målrettede stillingsannonser | gerichte vacatures
RepairImpairments | - | utbedre mangler | gebreken herstellen
RequestedServiceProvision | providing what was asked for | levere det det er bedt om | leveren wat gevraagd is
ResearchAndDevelopment | research and development | forskning og utvikling | onderzoek en ontwikkeling
RightsFulfilment | answering requests about rights | oppfylle rettigheter | rechten van betrokkenen
ScientificResearch | - | vitenskapelig forskning | wetenschappelijk onderzoek
SearchFunctionalities | search | søkefunksjon | zoekfunctie
SellDataToThirdParties | selling data to others | selge data til andre | gegevens aan derden verkopen
SellInsightsFromData | selling insights from data | selge innsikt fra data | inzichten uit gegevens verkopen
SellProducts | selling | salg | verkoop
SellProductsToDataSubject | selling to the person | salg til den registrerte | verkoop aan de betrokkene
ServiceManagement | managing a service | forvalte tjenesten | de dienst beheren
ServiceMonitoring | monitoring a service | overvåke tjenesten | de dienst bewaken
ServiceOptimisation | improving a service | forbedre tjenesten | de dienst verbeteren
ServicePersonalisation | personalising a service | tilpasse tjenesten | de dienst personaliseren
ServiceProvision | providing a service | levere tjenesten | de dienst leveren
ServiceRegistration | registering for a service | registrere seg for tjenesten | aanmelden voor de dienst
ServiceUsageAnalytics | statistics on use | statistikk over bruk | gebruiksstatistiek
SocialMediaMarketing | marketing in social media | markedsføring i sosiale medier | marketing op sociale media
TargetedAdvertising | - | målrettet reklame | gerichte reclame
TechnicalServiceProvision | running a service technically | teknisk drift av tjenesten | technische levering van de dienst
UserInterfacePersonalisation | - | tilpasse brukergrensesnittet | de gebruikersinterface personaliseren
VendorManagement | managing suppliers | håndtere leverandører | leveranciers beheren
VendorPayment | paying suppliers | betale leverandører | leveranciers betalen
VendorRecordsManagement | keeping suppliers' records | føre leverandørregister | leveranciersdossiers bijhouden
VendorSelectionAssessment | selecting suppliers | velge leverandører | leveranciers selecteren
Verification | - | kontroll | verificatie
"""

LAW: Final = """
A6-1-a | consent | samtykke | toestemming
A6-1-a-explicit-consent | explicit consent | uttrykkelig samtykke | uitdrukkelijke toestemming
A6-1-a-non-explicit-consent | consent, not explicit | samtykke, ikke uttrykkelig | toestemming, niet uitdrukkelijk
A6-1-b | contract | avtale | overeenkomst
A6-1-b-contract-performance | performance of a contract | oppfyllelse av avtale | uitvoering van een overeenkomst
A6-1-b-enter-into-contract | steps before a contract | tiltak før avtale | stappen voor een overeenkomst
A6-1-c | legal obligation | rettslig forpliktelse | wettelijke verplichting
A6-1-d | vital interests | vitale interesser | vitale belangen
A6-1-d-data-subject | vital interests of the person | den registrertes vitale interesser | vitale belangen van de betrokkene
A6-1-d-natural-person | vital interests of another | andres vitale interesser | vitale belangen van een ander
A6-1-e | public task | oppgave i allmennhetens interesse | taak van algemeen belang
A6-1-e-official-authority | official authority | offentlig myndighet | openbaar gezag
A6-1-e-public-interest | public interest | allmenn interesse | algemeen belang
A6-1-f | legitimate interest | berettiget interesse | gerechtvaardigd belang
A6-1-f-controller | legitimate interest of the controller | den behandlingsansvarliges interesse | belang van de verantwoordelijke
A6-1-f-third-party | legitimate interest of a third party | tredjeparts interesse | belang van een derde
A9-2-a | explicit consent | uttrykkelig samtykke | uitdrukkelijke toestemming
A9-2-b | employment and social law | arbeids- og trygderett | arbeids- en sociaal recht
A9-2-c | vital interests | vitale interesser | vitale belangen
A9-2-d | members of an association | medlemmer av en forening | leden van een vereniging
A9-2-e | made public by the person | offentliggjort av den registrerte | openbaar gemaakt door de betrokkene
A9-2-f | legal claims | rettskrav | rechtsvorderingen
A9-2-g | substantial public interest | viktige allmenne interesser | zwaarwegend algemeen belang
A9-2-h | health care | helsetjenester | gezondheidszorg
A9-2-i | public health | folkehelse | volksgezondheid
A9-2-j | archives, research, statistics | arkiv, forskning, statistikk | archief, onderzoek, statistiek
A45-3 | adequacy decision | beslutning om tilstrekkelig vern | adequaatheidsbesluit
A46-2-a | instrument between authorities | instrument mellom myndigheter | instrument tussen overheden
A46-2-b | binding corporate rules | bindende virksomhetsregler | bindende bedrijfsvoorschriften
A46-2-c | standard contractual clauses | standard personvernbestemmelser | standaardcontractbepalingen
A46-2-d | clauses of a supervisory authority | tilsynets standardbestemmelser | bepalingen van een toezichthouder
A46-2-e | code of conduct | atferdsnorm | gedragscode
A46-2-f | certification | sertifisering | certificering
A46-3-a | authorised contractual clauses | godkjente kontraktsvilkår | goedgekeurde contractbepalingen
A46-3-b | administrative arrangement | administrativ ordning | administratieve regeling
A49-1-a | explicit consent to the transfer | uttrykkelig samtykke til overføringen | uitdrukkelijke toestemming voor de doorgifte
A49-1-b | contract with the person | avtale med den registrerte | overeenkomst met de betrokkene
A49-1-c | contract in the person's interest | avtale i den registrertes interesse | overeenkomst in het belang van de betrokkene
A49-1-d | important public interest | viktige allmenne interesser | gewichtig algemeen belang
A49-1-e | legal claims | rettskrav | rechtsvorderingen
A49-1-f | vital interests | vitale interesser | vitale belangen
A49-1-g | public register | offentlig register | openbaar register
A49-2 | compelling legitimate interests | tvingende berettigede interesser | dwingende gerechtvaardigde belangen
"""
