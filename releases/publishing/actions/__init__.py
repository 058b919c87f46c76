"""The one door for writes: every change of a bulletin or a catalogue goes through these verbs.

Each takes keyword arguments, says who acts with `by` (None for the system), checks the permission
in the same words, works in one transaction and leaves an event. Refusals are the exceptions of
`publishing.errors`.
"""

from releases.publishing.actions.accounts import (
    change_role,
    disable,
    enable,
    invite,
    remove_second_factor,
    reset_password,
)
from releases.publishing.actions.addressing import keep_old_address
from releases.publishing.actions.attaching_files import (
    AttachmentWords,
    arrange_attachments,
    attach_file,
)
from releases.publishing.actions.authorizing import authorise, refuse
from releases.publishing.actions.bulk import (
    BatchReport,
    Candidate,
    list_candidates,
    publish_many,
    releases_of_batch,
    undo_batch,
)
from releases.publishing.actions.catalogue import merge_agencies, remove_name, save_record
from releases.publishing.actions.correcting import (
    correct,
    drop_correction,
    prepare_correction,
)
from releases.publishing.actions.drafting import discard, recover, save_draft, submit
from releases.publishing.actions.due import publish_due
from releases.publishing.actions.explaining import explain_finding
from releases.publishing.actions.previewing import give_preview, open_preview, revoke_preview
from releases.publishing.actions.receiving import (
    Reading,
    ReceivedFile,
    attach,
    propose_correction,
    receive,
)
from releases.publishing.actions.releasing import publish, schedule, unschedule
from releases.publishing.actions.remarking import remark
from releases.publishing.actions.requesting import cancel, request_authorization
from releases.publishing.actions.rereading import Identity, apply_reading, keep_reading
from releases.publishing.actions.reviewing import save_review
from releases.publishing.actions.uploading import (
    SentFile,
    UploadResult,
    close_upload,
    hold_scan,
    hold_upload,
    open_upload,
    retry_upload,
    settle_upload,
    take_upload,
    unpack_upload,
)
from releases.publishing.actions.withdrawing import Grounds, restore, withdraw
from releases.publishing.actions.writing import Writing, save_bulletin, start_bulletin

__all__ = [
    "AttachmentWords",
    "BatchReport",
    "Candidate",
    "Grounds",
    "Identity",
    "Reading",
    "ReceivedFile",
    "SentFile",
    "UploadResult",
    "Writing",
    "apply_reading",
    "arrange_attachments",
    "attach",
    "attach_file",
    "authorise",
    "cancel",
    "change_role",
    "close_upload",
    "correct",
    "disable",
    "discard",
    "drop_correction",
    "enable",
    "explain_finding",
    "give_preview",
    "hold_scan",
    "hold_upload",
    "invite",
    "keep_old_address",
    "keep_reading",
    "list_candidates",
    "merge_agencies",
    "open_preview",
    "open_upload",
    "prepare_correction",
    "propose_correction",
    "publish",
    "publish_due",
    "publish_many",
    "receive",
    "recover",
    "refuse",
    "releases_of_batch",
    "remark",
    "remove_name",
    "remove_second_factor",
    "request_authorization",
    "reset_password",
    "restore",
    "retry_upload",
    "revoke_preview",
    "save_bulletin",
    "save_draft",
    "save_record",
    "save_review",
    "schedule",
    "settle_upload",
    "start_bulletin",
    "submit",
    "take_upload",
    "undo_batch",
    "unpack_upload",
    "unschedule",
    "withdraw",
]
