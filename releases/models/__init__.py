"""The tables. Everything outside this package imports its models from here."""

from releases.models.agency import Agency, AgencyName, IssuerProfile
from releases.models.attachment import Attachment
from releases.models.authorization import Authorization, Remark
from releases.models.draft import Draft
from releases.models.editorial import EditorialReason, EditorialTerm
from releases.models.learned_acronym import LearnedAcronym
from releases.models.mention import Mention
from releases.models.office import ClosingBlock, Office
from releases.models.old_address import OldAddress
from releases.models.place import Place, PlaceName
from releases.models.preview_link import PreviewLink
from releases.models.release import Release
from releases.models.release_event import ReleaseEvent
from releases.models.revision import Revision
from releases.models.search_row import (
    CommonTerm,
    FacetBits,
    SearchRow,
    SearchTwin,
    SearchWord,
    SynonymGroup,
)
from releases.models.source_document import Extraction, SourceDocument
from releases.models.text_sketch import TextSketch
from releases.models.topic import Topic, TopicTerm
from releases.models.upload import UploadBatch, UploadedFile
from releases.models.user import User

__all__ = [
    "Agency",
    "AgencyName",
    "Attachment",
    "Authorization",
    "ClosingBlock",
    "CommonTerm",
    "Draft",
    "EditorialReason",
    "EditorialTerm",
    "Extraction",
    "FacetBits",
    "IssuerProfile",
    "LearnedAcronym",
    "Mention",
    "Office",
    "OldAddress",
    "Place",
    "PlaceName",
    "PreviewLink",
    "Release",
    "ReleaseEvent",
    "Remark",
    "Revision",
    "SearchRow",
    "SearchTwin",
    "SearchWord",
    "SourceDocument",
    "SynonymGroup",
    "TextSketch",
    "Topic",
    "TopicTerm",
    "UploadBatch",
    "UploadedFile",
    "User",
]
