"""The namespaces and terms that the graph is written with.

Every `tg:` term here is defined in `ontology/treatygraph.ttl`, and every term defined there is here; a test
holds the two together. Terms of other vocabularies carry their prefix in the name (`ELI_PASSED_BY`).
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

BASE: Final = "https://w3id.org/treatygraph/"

PREFIXES: Final[dict[str, str]] = {
    "tg": BASE + "ont#",
    "kind": BASE + "code/kind/",
    "link": BASE + "code/link/",
    "stance": BASE + "code/stance/",
    "speaker": BASE + "code/speaker/",
    "sex": BASE + "code/sex/",
    "verdict": BASE + "code/verdict/",
    "judged": BASE + "code/judged/",
    "ta": BASE + "code/action/",
    "dt": BASE + "code/document/",
    "role": BASE + "code/role/",
    "ask": BASE + "code/ask/",
    "tre": BASE + "treaty/",
    "ins": BASE + "instrument/",
    "agy": BASE + "agency/",
    "st": BASE + "state/",
    "doc": BASE + "doc/",
    "men": BASE + "mention/",
    "cit": BASE + "citation/",
    "jdg": BASE + "judgement/",
    "asr": BASE + "assertion/",
    "ptr": BASE + "pointer/",
    "req": BASE + "request/",
    "evt": BASE + "action/",
    "obs": BASE + "obs/",
    "ds": BASE + "dataset/",
    "g": BASE + "graph/",
    "run": BASE + "run/",
    "src": BASE + "source/",
    "soft": BASE + "software/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "qb": "http://purl.org/linked-data/cube#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "doco": "http://purl.org/spar/doco/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(name: str) -> NamedNode:
    """Expand a prefixed name: `term("eli:passed_by")`."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """Write an IRI as a prefixed name, where it lies in a known space: "tg:cites"; `term` expands it again."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


# What the depositary of treaties records stands in a graph of its own, from a file beside the reports.
DEPOSITARY_GRAPH: Final = term("g:untc")
DEPOSITARY_FILE: Final = "depositary.csv"
# Links of laws to other descriptions of them, from a file beside the reports.
EXTERNAL_FILE: Final = "external.csv"

# Classes.
DOCUMENT: Final = term("tg:Document")
COMMITTEE_DOCUMENT: Final = term("tg:CommitteeDocument")
STATE_PARTY_REPORT: Final = term("tg:StatePartyReport")
UNIT: Final = term("tg:Unit")
SECTION: Final = term("tg:Section")
PARAGRAPH: Final = term("tg:Paragraph")
TABLE: Final = term("tg:Table")
NOTE: Final = term("tg:Note")
CITABLE: Final = term("tg:Citable")
INSTRUMENT: Final = term("tg:Instrument")
NATIONAL_INSTRUMENT: Final = term("tg:NationalInstrument")
INTERNATIONAL_INSTRUMENT: Final = term("tg:InternationalInstrument")
PROVISION: Final = term("tg:Provision")
TREATY_ELEMENT: Final = term("tg:TreatyElement")
TREATY: Final = term("tg:Treaty")
TREATY_ARTICLE: Final = term("tg:TreatyArticle")
STATE_CLASS: Final = term("tg:State")
AGENCY: Final = term("tg:Agency")
TREATY_ACTION: Final = term("tg:TreatyAction")
MENTION: Final = term("tg:Mention")
INSTRUMENT_MENTION: Final = term("tg:InstrumentMention")
PROVISION_MENTION: Final = term("tg:ProvisionMention")
AGENCY_MENTION: Final = term("tg:AgencyMention")
DATE_MENTION: Final = term("tg:DateMention")
CITATION: Final = term("tg:Citation")
ASSERTION: Final = term("tg:Assertion")
POINTER: Final = term("tg:Pointer")
REQUEST: Final = term("tg:Request")
SITTING: Final = term("tg:Sitting")
EXTERNAL_LINK: Final = term("tg:ExternalLink")
JUDGEMENT: Final = term("tg:Judgement")
EXTRACTION_RUN: Final = term("tg:ExtractionRun")
SOURCE_FILE: Final = term("tg:SourceFile")

# The direct links, and what a unit points to.
CITED_UNDER: Final = term("tg:citedUnder")
LAW_CITED: Final = term("tg:lawCited")
IMPLEMENTED_BY: Final = term("tg:implementedBy")
IMPLEMENTED_BY_PROVISION: Final = term("tg:implementedByProvision")
PLANNED_BY: Final = term("tg:plannedBy")
GAP_IN: Final = term("tg:gapIn")
FORMERLY_IMPLEMENTED_BY: Final = term("tg:formerlyImplementedBy")
SUPPORTED_BY: Final = term("tg:supportedBy")
CITES: Final = term("tg:cites")
MENTIONS: Final = term("tg:mentions")
CONCERNS_ARTICLE: Final = term("tg:concernsArticle")

# Evidence.
TREATY_ELEMENT_OF: Final = term("tg:treatyElement")
TARGET: Final = term("tg:target")
STRENGTH: Final = term("tg:strength")
ARTICLE_COUNT: Final = term("tg:articleCount")
STANCE: Final = term("tg:stance")
STANCE_RULE: Final = term("tg:stanceRule")
SPEAKER: Final = term("tg:speaker")
SUBNATIONAL: Final = term("tg:subnational")
LIKELY_ARTICLE: Final = term("tg:likelyArticle")
MARGIN: Final = term("tg:margin")
CLAIMS: Final = term("tg:claims")
CLAIMED_OF: Final = term("tg:claimedOf")
EVIDENCE: Final = term("tg:evidence")
IN_UNIT: Final = term("tg:inUnit")
CONFIDENCE: Final = term("tg:confidence")
RULE: Final = term("tg:rule")
RESOLVED_BY: Final = term("tg:resolvedBy")
DENOTES: Final = term("tg:denotes")
QUOTE: Final = term("tg:quote")
START: Final = term("tg:start")
END: Final = term("tg:end")
PAGE: Final = term("tg:page")
BOX: Final = term("tg:box")
ANAPHOR: Final = term("tg:anaphor")
ANTECEDENT: Final = term("tg:antecedent")

# What a person judged.
JUDGEMENT_OF: Final = term("tg:judgement")
JUDGES: Final = term("tg:judges")
VERDICT: Final = term("tg:verdict")
JUDGED_LAW: Final = term("tg:judgedLaw")
JUDGED_ARTICLE: Final = term("tg:judgedArticle")
ARTICLE_INSTEAD: Final = term("tg:articleInstead")
DECIDED_BY: Final = term("tg:decidedBy")

# Units and reports.
IN_REPORT: Final = term("tg:inReport")
NUMBER: Final = term("tg:number")
ORDER: Final = term("tg:order")
LEVEL: Final = term("tg:level")
HEADING: Final = term("tg:heading")
TEXT: Final = term("tg:text")
TEXT_SHA256: Final = term("tg:textSha256")
PAGE_START: Final = term("tg:pageStart")
PAGE_END: Final = term("tg:pageEnd")
ZONE: Final = term("tg:zone")
REPLY_TO: Final = term("tg:replyTo")
NOTE_TO: Final = term("tg:noteTo")
REPORTING_STATE: Final = term("tg:reportingState")
REPORTS_UNDER: Final = term("tg:reportsUnder")
SUBMITTED_TO: Final = term("tg:submittedTo")
JOB_NUMBER: Final = term("tg:jobNumber")
COVERAGE_START: Final = term("tg:coverageStart")
COVERAGE_END: Final = term("tg:coverageEnd")

# The dialogue of a State and a Committee.
DOCUMENT_KIND: Final = term("tg:documentKind")
ROLE: Final = term("tg:role")
ANSWERS_CONCERN: Final = term("tg:answersConcern")
RESTS_ON: Final = term("tg:restsOn")
ANSWERS_QUESTION: Final = term("tg:answersQuestion")
REPEATS_QUESTION: Final = term("tg:repeatsQuestion")
ANSWERS_RECOMMENDATION: Final = term("tg:answersRecommendation")
ASKS_ABOUT: Final = term("tg:asksAbout")
MARKS_FOR_FOLLOW_UP: Final = term("tg:marksForFollowUp")
REQUESTED_ACTION: Final = term("tg:requestedAction")
REQUESTED_INSTRUMENT: Final = term("tg:requestedInstrument")
WANTED_INSTRUMENT: Final = term("tg:wantedInstrument")
DESCRIBED_INSTRUMENT: Final = term("tg:describedInstrument")
INSTRUMENT_BASIS: Final = term("tg:instrumentBasis")
CHANGE_REQUESTED: Final = term("tg:changeRequested")
CONCERN_UNDER: Final = term("tg:concernUnder")
POINTS_BY: Final = term("tg:pointsBy")
POINTS_INTO: Final = term("tg:pointsInto")
POINTS_TO: Final = term("tg:pointsTo")
CONSIDERED_AT: Final = term("tg:consideredAt")
ADOPTED_AT: Final = term("tg:adoptedAt")
ISSUED_FOR: Final = term("tg:issuedFor")
SESSION: Final = term("tg:session")
MEETING: Final = term("tg:meeting")
HELD_BY: Final = term("tg:heldBy")
ITEM: Final = term("tg:item")
BASIS: Final = term("tg:basis")

# Law.
KIND: Final = term("tg:kind")
OF_STATE: Final = term("tg:ofState")
YEAR: Final = term("tg:year")
EDTF: Final = term("tg:edtf")
PERIOD: Final = term("tg:period")
EARLIEST: Final = term("tg:earliest")
LATEST: Final = term("tg:latest")
PATH: Final = term("tg:path")
TOPIC: Final = term("tg:topic")
PART: Final = term("tg:part")
APPROVES: Final = term("tg:approves")
RENAMED_TO: Final = term("tg:renamedTo")
RATIFIES: Final = term("tg:ratifies")
PARTY_TO: Final = term("tg:partyTo")
ACTION_TYPE: Final = term("tg:actionType")
STATE: Final = term("tg:state")
TREATY_OF: Final = term("tg:treaty")
DOMESTIC_ACT: Final = term("tg:domesticAct")
ACTION_DATE: Final = term("tg:actionDate")

# Statistics and provenance.
REF_STATE: Final = term("tg:refState")
REF_PROVISION: Final = term("tg:refProvision")
REF_CATEGORY: Final = term("tg:refCategory")
REF_YEAR: Final = term("tg:refYear")
REF_SEX: Final = term("tg:refSex")
COUNT: Final = term("tg:count")
PERCENTAGE: Final = term("tg:percentage")
SHA256: Final = term("tg:sha256")
PAGES: Final = term("tg:pages")

# Other vocabularies.
RDF_TYPE: Final = term("rdf:type")
RDF_STATEMENT: Final = term("rdf:Statement")
RDF_SUBJECT: Final = term("rdf:subject")
RDF_PREDICATE: Final = term("rdf:predicate")
RDF_OBJECT: Final = term("rdf:object")
RDFS_SEE_ALSO: Final = term("rdfs:seeAlso")
RDFS_COMMENT: Final = term("rdfs:comment")
OWL_SAME_AS: Final = term("owl:sameAs")
SKOS_PREF_LABEL: Final = term("skos:prefLabel")
SKOS_ALT_LABEL: Final = term("skos:altLabel")
SKOS_EXACT_MATCH: Final = term("skos:exactMatch")
SKOS_IN_SCHEME: Final = term("skos:inScheme")
SKOS_NOTATION: Final = term("skos:notation")
DCTERMS_TITLE: Final = term("dcterms:title")
DCTERMS_IDENTIFIER: Final = term("dcterms:identifier")
DCTERMS_LANGUAGE: Final = term("dcterms:language")
DCTERMS_ISSUED: Final = term("dcterms:issued")
DCTERMS_DATE_SUBMITTED: Final = term("dcterms:dateSubmitted")
DCTERMS_DESCRIPTION: Final = term("dcterms:description")
DCTERMS_FORMAT: Final = term("dcterms:format")
DCTERMS_IS_PART_OF: Final = term("dcterms:isPartOf")
DCTERMS_SOURCE: Final = term("dcterms:source")
DCTERMS_SPATIAL: Final = term("dcterms:spatial")
DCTERMS_SUBJECT: Final = term("dcterms:subject")
DCTERMS_LICENSE: Final = term("dcterms:license")
DCTERMS_PUBLISHER: Final = term("dcterms:publisher")
DCTERMS_CREATOR: Final = term("dcterms:creator")
DCTERMS_REQUIRES: Final = term("dcterms:requires")
DCTERMS_RIGHTS: Final = term("dcterms:rights")
DCTERMS_CONFORMS_TO: Final = term("dcterms:conformsTo")
ELI_LEGAL_RESOURCE: Final = term("eli:LegalResource")
ELI_SUBDIVISION: Final = term("eli:LegalResourceSubdivision")
ELI_TYPE_DOCUMENT: Final = term("eli:type_document")
ELI_IS_PART_OF: Final = term("eli:is_part_of")
ELI_IS_MEMBER_OF: Final = term("eli:is_member_of")
ELI_DATE_DOCUMENT: Final = term("eli:date_document")
ELI_IN_FORCE: Final = term("eli:first_date_entry_in_force")
ELI_LEGAL_FORCE: Final = term("eli:in_force")
ELI_NOT_IN_FORCE: Final = term("eli:InForce-notInForce")
ELI_NUMBER: Final = term("eli:number")
ELI_PASSED_BY: Final = term("eli:passed_by")
ELI_AMENDS: Final = term("eli:amends")
ELI_REPEALS: Final = term("eli:repeals")
ELI_APPLIES: Final = term("eli:applies")
DOCO_SECTION: Final = term("doco:Section")
DOCO_PARAGRAPH: Final = term("doco:Paragraph")
DOCO_TABLE: Final = term("doco:Table")
ORG_ORGANIZATION: Final = term("org:Organization")
QB_DATA_SET: Final = term("qb:DataSet")
QB_OBSERVATION: Final = term("qb:Observation")
QB_IN_DATA_SET: Final = term("qb:dataSet")
QB_STRUCTURE: Final = term("qb:structure")
QB_STRUCTURE_DEFINITION: Final = term("qb:DataStructureDefinition")
QB_COMPONENT: Final = term("qb:component")
QB_COMPONENT_SPECIFICATION: Final = term("qb:ComponentSpecification")
QB_DIMENSION: Final = term("qb:dimension")
QB_MEASURE: Final = term("qb:measure")
PROV_ENTITY: Final = term("prov:Entity")
PROV_ACTIVITY: Final = term("prov:Activity")
PROV_AGENT: Final = term("prov:Agent")
PROV_SOFTWARE_AGENT: Final = term("prov:SoftwareAgent")
PROV_USED: Final = term("prov:used")
PROV_WAS_ATTRIBUTED_TO: Final = term("prov:wasAttributedTo")
PROV_STARTED_AT: Final = term("prov:startedAtTime")
PROV_WAS_ASSOCIATED_WITH: Final = term("prov:wasAssociatedWith")
PROV_WAS_DERIVED_FROM: Final = term("prov:wasDerivedFrom")
PROV_WAS_GENERATED_BY: Final = term("prov:wasGeneratedBy")
PROV_ENDED_AT: Final = term("prov:endedAtTime")
DCAT_CATALOG: Final = term("dcat:Catalog")
DCAT_DATASET: Final = term("dcat:Dataset")
DCAT_DATASET_OF: Final = term("dcat:dataset")
DCAT_DISTRIBUTION: Final = term("dcat:Distribution")
DCAT_DISTRIBUTION_OF: Final = term("dcat:distribution")
DCAT_THEME: Final = term("dcat:theme")
DCAT_KEYWORD: Final = term("dcat:keyword")
DCAT_ACCESS_URL: Final = term("dcat:accessURL")
DCAT_DOWNLOAD_URL: Final = term("dcat:downloadURL")
DCAT_MEDIA_TYPE: Final = term("dcat:mediaType")
DCAT_BYTE_SIZE: Final = term("dcat:byteSize")
DCAT_VERSION: Final = term("dcat:version")
VOID_DATASET: Final = term("void:Dataset")
VOID_TRIPLES: Final = term("void:triples")
VOID_ENTITIES: Final = term("void:entities")
VOID_DISTINCT_SUBJECTS: Final = term("void:distinctSubjects")
VOID_DISTINCT_OBJECTS: Final = term("void:distinctObjects")
VOID_CLASSES: Final = term("void:classes")
VOID_CLASS: Final = term("void:class")
VOID_CLASS_PARTITION: Final = term("void:classPartition")
VOID_PROPERTIES: Final = term("void:properties")
VOID_PROPERTY: Final = term("void:property")
VOID_PROPERTY_PARTITION: Final = term("void:propertyPartition")
VOID_SUBSET: Final = term("void:subset")
VOID_DOCUMENTS: Final = term("void:documents")
VOID_DATA_DUMP: Final = term("void:dataDump")
VOID_FEATURE: Final = term("void:feature")
VOID_ROOT_RESOURCE: Final = term("void:rootResource")
VOID_VOCABULARY: Final = term("void:vocabulary")
VOID_URI_SPACE: Final = term("void:uriSpace")
FOAF_AGENT: Final = term("foaf:Agent")
FOAF_NAME: Final = term("foaf:name")
SPDX_CHECKSUM: Final = term("spdx:Checksum")
SPDX_CHECKSUM_OF: Final = term("spdx:checksum")
SPDX_ALGORITHM: Final = term("spdx:algorithm")
SPDX_SHA256: Final = term("spdx:checksumAlgorithm_sha256")
SPDX_VALUE: Final = term("spdx:checksumValue")

# Datatypes. The EDTF datatype is the one that the Library of Congress's marc2bibframe2 writes.
XSD_DATE: Final = term("xsd:date")
XSD_DATE_TIME: Final = term("xsd:dateTime")
XSD_DECIMAL: Final = term("xsd:decimal")
XSD_HEX: Final = term("xsd:hexBinary")
XSD_COUNT: Final = term("xsd:nonNegativeInteger")
XSD_G_YEAR: Final = term("xsd:gYear")
EDTF_DATATYPE: Final = NamedNode("http://id.loc.gov/datatypes/edtf")
