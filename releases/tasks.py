"""What the worker does by itself: one line each into a use case."""

from __future__ import annotations

import contextlib
import logging

from django.core.mail import mail_admins
from django.core.management import call_command
from procrastinate import JobContext, worker
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status
from procrastinate.middleware import SyncCallNext

from releases import jobs
from releases.extraction.limits import OcrUnavailableError
from releases.ingest.waiting import read_scan
from releases.models import Revision, SourceDocument, UploadBatch, User
from releases.page_images import make_page_images, redraw_unmeasured
from releases.pages.desk.invitation import invitation
from releases.pages.desk.upload_mail import upload_mail
from releases.publishing.letterheads import print_late
from releases.scratch import sweep_scratch
from releases.search.common_choice import choose_common_terms

logger = logging.getLogger(__name__)

HISTORY_KEPT_HOURS = 24 * 30
# A job that ended its worker this often is failed, to be looked at by a person.
MOST_DEATHS = 3


@app.periodic(cron="17 3 * * *")
@app.task(name="releases.check_archive", queueing_lock="check_archive", pass_context=False)
def check_archive(timestamp: int) -> None:
    """Find and report files without a row, rows without a file, and files that changed."""
    call_command("check_archive", verbosity=0)


@app.periodic(cron="47 3 * * *")
@app.task(name="releases.clear_sessions", queueing_lock="clear_sessions")
def clear_sessions(timestamp: int) -> None:
    """Drop the sessions that ended."""
    call_command("clearsessions", verbosity=0)


@app.periodic(cron="27 4 * * *")
@app.task(name="releases.choose_common_terms", queueing_lock="choose_common_terms")
def keep_common_terms(timestamp: int) -> None:
    """Keep bitmaps of the words that much of the archive holds by now."""
    choose_common_terms()


@app.periodic(cron="7 4 * * *")
@app.task(name="releases.drop_finished_jobs", queueing_lock="drop_finished_jobs")
async def drop_finished_jobs(timestamp: int) -> None:
    """Drop the jobs that went well more than thirty days ago; failed ones stay to be looked at."""
    await app.job_manager.delete_old_jobs(nb_hours=HISTORY_KEPT_HOURS)


@app.periodic(cron="37 * * * *")
@app.task(name="releases.sweep_scratch", queueing_lock="sweep_scratch", pass_context=False)
def sweep_left_files(timestamp: int) -> None:
    """Drop the uploads and unpacked files that killed processes left."""
    sweep_scratch()


@app.task(name=jobs.MAKE_PAGE_IMAGES, retry=2)
def draw_page_images(source_id: int) -> None:
    """Draw the page images of a document that came in."""
    make_page_images(SourceDocument.objects.get(pk=source_id))


@app.task(name=jobs.MAKE_LETTERHEAD, retry=2)
def make_letterhead(revision_id: int) -> None:
    """Make the official sheet of a version that went out without one."""
    print_late(Revision.objects.select_related("release__issuer").get(pk=revision_id))


@app.task(name=jobs.SEND_INVITATION, retry=5)
def send_invitation(user_id: int) -> None:
    """Mail a member of staff the link to choose a password."""
    person = User.objects.get(pk=user_id)
    if person.is_active:
        invitation(person).send()


@app.task(name=jobs.READ_SCAN, retry=2)
def read_waiting_scan(source_id: int) -> None:
    """Read a scan by OCR; without Tesseract it waits for the night that has it."""
    try:
        read_scan(SourceDocument.objects.get(pk=source_id))
    except OcrUnavailableError as missing:
        logger.warning("scan waits", extra={"source": source_id, "reason": missing.code})


@app.task(name=jobs.SEND_UPLOAD_MAIL, retry=2)
def send_upload_mail(batch_id: int) -> None:
    """Tell the person who sent files what became of them."""
    message = upload_mail(UploadBatch.objects.select_related("created_by").get(pk=batch_id))
    if message:
        message.send()


@app.periodic(cron="* * * * *")
@app.task(name="releases.resume_jobs", queueing_lock="resume_jobs")
async def resume_jobs(timestamp: int) -> None:
    """Begin again the jobs whose worker was killed: its heart has not beaten for half a minute."""
    for job in await app.job_manager.get_stalled_jobs():
        if job.attempts < MOST_DEATHS:
            # Where the same work was asked for again meanwhile, the newer job does it.
            with contextlib.suppress(UniqueViolation):
                await app.job_manager.retry_job(job)
                continue
        await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)


@app.periodic(cron="27 4 * * *")
@app.task(name="releases.read_waiting_scans", queueing_lock="read_waiting", pass_context=False)
def read_waiting_scans(timestamp: int) -> None:
    """Read the scans that came in before Tesseract was there."""
    call_command("reread_releases", "--waiting", verbosity=0)


@app.periodic(cron="37 4 * * *")
@app.task(name="releases.redraw_unmeasured", queueing_lock="redraw_unmeasured", pass_context=False)
def redraw_unmeasured_pages(timestamp: int) -> None:
    """Draw anew the pages in review that were drawn before images said how large a page is."""
    redraw_unmeasured()


def mail_failure(call_next: SyncCallNext, context: JobContext, worker: worker.Worker) -> object:
    """Tell the administrators of a job that failed for good; its page in the admin has the rest."""
    try:
        return call_next()
    except Exception as error:
        job, task = context.job, context.task
        if task is None or task.get_retry_exception(error, job) is None:
            mail_admins(
                f"Falló la tarea {job.task_name}",
                f"La tarea {job.task_name} (número {job.id}) falló y no se repetirá.\n"
                f"Motivo: {type(error).__name__}.\n"
                "Consulte la tarea en Administración › Vigilancia › Tareas en segundo plano "
                "y en el registro.\n",
                fail_silently=True,
            )
        raise
