"""The values that flow from stage to stage.

`read` makes a `Report`; `recognise` adds `Mention`s; `resolve` adds `Entity`s and `Relation`s; `link` adds
`Citation`s; `to_graph` turns the whole `Annotated` report into RDF. All are frozen; a stage returns a new value.

Units of measure: offsets are Unicode code points, 0-based and half-open, in the text of a unit; boxes are PDF
points from the top left corner of the page as it is read (turned upright), `(x0, top, x1, bottom)`; pages count
from 1. Dates are ISO 8601 or EDTF strings.
"""

from treatygraph.report.annotated import Annotated
from treatygraph.report.cited import WHOLE_TREATY, Citation, ClaimKind, Speaker, Stance, Strength, Target
from treatygraph.report.dialogue import (
    COMMITTEES_KINDS,
    Action,
    Dialogue,
    DocumentKind,
    Joint,
    JointBasis,
    JointKind,
    Place,
    Request,
    RequestBasis,
    Role,
    Sitting,
    SittingBody,
    SittingPurpose,
    Utterance,
)
from treatygraph.report.found import (
    MENTION_TYPES,
    Entity,
    EntityType,
    InstrumentName,
    Level,
    Mention,
    MentionType,
    Path,
    Relation,
)
from treatygraph.report.judged import Judged, Judgement, Verdict
from treatygraph.report.text import (
    Abbreviation,
    Box,
    Cell,
    Line,
    Note,
    NoteMark,
    Quality,
    Region,
    Report,
    Section,
    Source,
    Table,
    Unit,
    UnitKind,
)
from treatygraph.report.unread import Unread, UnreadReason

__all__ = [
    "COMMITTEES_KINDS",
    "MENTION_TYPES",
    "WHOLE_TREATY",
    "Abbreviation",
    "Action",
    "Annotated",
    "Box",
    "Cell",
    "Citation",
    "ClaimKind",
    "Dialogue",
    "DocumentKind",
    "Entity",
    "EntityType",
    "InstrumentName",
    "Joint",
    "JointBasis",
    "JointKind",
    "Judged",
    "Judgement",
    "Level",
    "Line",
    "Mention",
    "MentionType",
    "Note",
    "NoteMark",
    "Path",
    "Place",
    "Quality",
    "Region",
    "Relation",
    "Report",
    "Request",
    "RequestBasis",
    "Role",
    "Section",
    "Sitting",
    "SittingBody",
    "SittingPurpose",
    "Source",
    "Speaker",
    "Stance",
    "Strength",
    "Table",
    "Target",
    "Unit",
    "UnitKind",
    "Unread",
    "UnreadReason",
    "Utterance",
    "Verdict",
]
