"""Sections that packages register and ours take the place of.

Roles are fixed in `releases.roles` and mail addresses are the accounts' own field, so neither has a
section; second factors and jobs are shown in Spanish and without inline styles.
"""

from __future__ import annotations

from allauth.account import admin as mail_sections
from allauth.mfa import admin as factor_sections
from django.contrib import admin
from django.contrib.auth import admin as group_sections
from procrastinate.contrib.django import admin as job_sections

_SECTIONS = (
    group_sections.GroupAdmin,
    mail_sections.EmailAddressAdmin,
    factor_sections.AuthenticatorAdmin,
    job_sections.ProcrastinateJobAdmin,
)

for model, section in tuple(admin.site._registry.items()):
    if isinstance(section, _SECTIONS):
        admin.site.unregister(model)
