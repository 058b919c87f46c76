"""Work in the background, for administrators: what failed, and trying it again."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob
from procrastinate.jobs import Status

from releases.admin.base import ModelAdmin, ReadOnly, TabularInline
from releases.presentation import counted, short_moment

_STATUS = {
    "todo": "En espera",
    "doing": "En curso",
    "failed": "Falló",
    "succeeded": "Hecha",
    "cancelled": "Cancelada",
    "aborting": "Deteniéndose",
    "aborted": "Detenida",
}


class JobEventInline(ReadOnly, TabularInline[ProcrastinateEvent, ProcrastinateJob]):
    model = ProcrastinateEvent
    fields = ("type", "at")
    readonly_fields = ("type", "at")
    verbose_name = "suceso"
    verbose_name_plural = "sucesos"
    ordering = ("-at",)


@admin.register(ProcrastinateJob)
class JobAdmin(ReadOnly, ModelAdmin[ProcrastinateJob]):
    list_display = ("id", "task", "status_name", "attempts", "scheduled")
    list_filter = ("status", "task_name")
    search_fields = ("task_name",)
    ordering = ("-id",)
    show_full_result_count = False
    fields = ("task", "status_name", "arguments", "attempts", "scheduled", "queue_name")
    readonly_fields = fields
    inlines = (JobEventInline,)
    actions = ("retry",)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("procrastinate.change_procrastinatejob")

    @admin.action(description="Intentar de nuevo", permissions=["retry"])
    def retry(self, request: HttpRequest, queryset: Any) -> None:
        manager = apps.get_app_config("procrastinate").app.job_manager  # type: ignore[attr-defined]
        failed = queryset.filter(status=Status.FAILED.value)
        for job in failed:
            manager.retry_job_by_id(job.id, timezone.now(), job.priority, job.queue_name, job.lock)
        tried = counted(len(failed), "tarea fallida volverá", "tareas fallidas volverán")
        messages.success(request, f"{tried} a intentarse.")

    @admin.display(description="tarea", ordering="task_name")
    def task(self, job: ProcrastinateJob) -> str:
        return job.task_name

    @admin.display(description="estado", ordering="status")
    def status_name(self, job: ProcrastinateJob) -> str:
        label = _STATUS.get(job.status, job.status)
        return format_html('<span class="estado estado--{}">{}</span>', job.status, label)

    @admin.display(description="intentos", ordering="attempts")
    def attempts(self, job: ProcrastinateJob) -> int:
        return int(job.attempts)

    @admin.display(description="programada")
    def scheduled(self, job: ProcrastinateJob) -> str:
        return short_moment(job.scheduled_at) if job.scheduled_at else "De inmediato"

    @admin.display(description="datos")
    def arguments(self, job: ProcrastinateJob) -> str:
        return format_html("<pre>{}</pre>", json.dumps(job.args, indent=2, ensure_ascii=False))
