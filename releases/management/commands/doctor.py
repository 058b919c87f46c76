"""`manage.py doctor`: what is wrong with the installation, and what to do."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from releases.operations import diagnosis
from releases.operations.diagnosis import Verdict


class Command(BaseCommand):
    help = "Revisa la instalación y dice qué hacer. Termina con código 1 si algo está mal."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        findings = []
        for finding in diagnosis.examine():
            findings.append(finding)
            self.stdout.write(f"{finding.verdict:<9}{finding.part}: {finding.seen}.")
            if finding.advice:
                self.stdout.write(f"{'':9}→ {finding.advice}")
        bad = sum(finding.verdict is Verdict.BAD for finding in findings)
        attention = sum(finding.verdict is Verdict.ATTENTION for finding in findings)
        if bad:
            self.stdout.write(f"\nHay {bad} problema(s) que resolver.")
            sys.exit(1)
        if attention:
            self.stdout.write(f"\nConste puede funcionar; {attention} punto(s) piden atención.")
        else:
            self.stdout.write("\nTodo está bien.")
