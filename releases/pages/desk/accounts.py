"""The accounts of an office as its list shows them."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Count

from releases.models import User
from releases.roles import ROLES

# What a role may do, in the words of the desk.
ROLE_WORDS = {
    "Redacción": "Sube, revisa y prepara comunicados.",
    "Edición": "Además publica, programa, corrige, retira y autoriza.",
    "Administración": "Además cuida catálogos, cuentas y los datos de la oficina.",
    "Auditoría": "Lee todo, con la bitácora; no cambia nada.",
}
_FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its role in words and whether it has a second factor."""

    account: User
    role: str
    has_second_factor: bool
    is_invited: bool

    @property
    def name(self) -> str:
        return self.account.get_full_name() or self.account.get_username()


def account_rows() -> list[AccountRow]:
    """All accounts, active ones first, by name; two queries."""
    accounts = User.objects.prefetch_related("groups").annotate(factors=Count("authenticator"))
    rows = [account_row(account) for account in accounts]
    return sorted(rows, key=lambda row: (not row.account.is_active, row.name.casefold()))


def account_row(account: User) -> AccountRow:
    """One account as the list shows it."""
    roles = sorted(group.name for group in account.groups.all() if group.name in ROLES)
    role = "Todo" if account.is_superuser else ", ".join(roles) or "Ninguno"
    factors = getattr(account, "factors", None)
    if factors is None:
        factors = Authenticator.objects.filter(user=account).count()
    return AccountRow(
        account=account,
        role=role,
        has_second_factor=bool(factors),
        is_invited=account.last_login is None,
    )


def mail_folder() -> str:
    """Where mails are kept on an installation without a mail server; empty with one."""
    return str(settings.EMAIL_FILE_PATH) if settings.EMAIL_BACKEND == _FILE_BACKEND else ""
