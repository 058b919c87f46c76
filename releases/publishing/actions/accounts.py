"""Accounts of staff: invited, given a role, stopped and let in again.

What is done to an account counts with its very next request. Each act leaves a line in the log of
accounts that the audit page shows; its mail goes out with the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from releases import jobs
from releases.models import User
from releases.publishing.content import clean_text
from releases.publishing.errors import (
    AddressInUse,
    LastAdministrator,
    NotAllowed,
    OwnAccount,
    WrongAddress,
)
from releases.publishing.permissions import Actor, require
from releases.roles import ADMINISTRATORS, ROLES


def invite(*, email: str, first_name: str, last_name: str, role: str, by: Actor) -> User:
    """Makes an account with one role and mails its owner the link to choose a password.

    Raises WrongAddress, AddressInUse, KeyError for a role that does not exist.
    """
    require(by, "accounts")
    email = email.strip()
    _check_role(role, by)
    try:
        validate_email(email)
    except ValidationError as error:
        raise WrongAddress from error
    with transaction.atomic():
        if User.objects.filter(email__iexact=email).exists():
            raise AddressInUse
        account = User.objects.create_user(
            _free_username(email),
            email,
            first_name=clean_text(first_name)[:150],
            last_name=clean_text(last_name)[:150],
            is_staff=True,
        )
        account.groups.set([Group.objects.get(name=role)])
        _log(account, f"Cuenta creada con el papel {role}; se envió la invitación.", by, ADDITION)
        jobs.defer_invitation(user_id=account.pk)
    return account


def change_role(*, account: User, role: str, by: Actor) -> User:
    """Gives an account one role instead of those it has. Raises as `disable`, and KeyError."""
    require(by, "accounts")
    _check_role(role, by)
    with transaction.atomic():
        fresh = _locked(account, by)
        if role != ADMINISTRATORS:
            _keep_an_administrator(fresh)
        fresh.groups.set([Group.objects.get(name=role)])
        if not fresh.is_staff:
            fresh.is_staff = True
            fresh.save(update_fields=["is_staff"])
        _log(fresh, f"Papel: {role}.", by)
    return fresh


def disable(*, account: User, by: Actor) -> User:
    """Stops an account: its open sessions end with their next request, its links stop working.

    Raises OwnAccount, LastAdministrator, NotAllowed for an account of full power.
    """
    with transaction.atomic():
        fresh = _locked(account, by)
        _keep_an_administrator(fresh)
        fresh.is_active = False
        # A link that was mailed before does not let in after a later return either.
        fresh.set_unusable_password()
        fresh.save(update_fields=["is_active", "password"])
        _log(fresh, "Cuenta desactivada.", by)
    return fresh


def enable(*, account: User, by: Actor) -> User:
    """Lets a stopped account in again, with a new password of its owner's choice."""
    with transaction.atomic():
        fresh = _locked(account, by)
        fresh.is_active = True
        fresh.save(update_fields=["is_active"])
        _log(fresh, "Cuenta activada; se envió un enlace para elegir contraseña.", by)
        jobs.defer_invitation(user_id=fresh.pk)
    return fresh


def reset_password(*, account: User, by: Actor) -> User:
    """Ends an account's sessions and mails its owner a link to choose another password."""
    with transaction.atomic():
        fresh = _locked(account, by)
        fresh.set_unusable_password()
        fresh.save(update_fields=["password"])
        _log(fresh, "Contraseña restablecida; se envió un enlace.", by)
        jobs.defer_invitation(user_id=fresh.pk)
    return fresh


def remove_second_factor(*, account: User, by: Actor) -> User:
    """Takes every second factor off an account whose owner lost the telephone."""
    with transaction.atomic():
        fresh = _locked(account, by)
        Authenticator.objects.filter(user=fresh).delete()
        _log(fresh, "Segundo factor quitado.", by)
    return fresh


def _locked(account: User, by: Actor) -> User:
    """The account, with every other administrator's locked too: the last one must stay."""
    require(by, "accounts")
    locked = User.objects.select_for_update().filter(Q(pk=account.pk) | _administrators())
    fresh = {person.pk: person for person in locked.order_by("pk")}[account.pk]
    if by is not None and fresh.pk == by.pk:
        raise OwnAccount
    if fresh.is_superuser and not (by is None or by.is_superuser):
        raise NotAllowed
    return fresh


def _administrators() -> Q:
    return Q(is_superuser=True) | Q(pk__in=Group.objects.filter(name=ADMINISTRATORS).values("user"))


def _keep_an_administrator(account: User) -> None:
    others = User.objects.filter(_administrators(), is_active=True).exclude(pk=account.pk)
    if not others.exists():
        raise LastAdministrator


def _check_role(role: str, by: Actor) -> None:
    """Raises KeyError for an unknown role, NotAllowed for one that may do more than `by` may."""
    wanted: Iterable[str] = ROLES[role]
    if by is not None and not by.has_perms(list(wanted)):
        raise NotAllowed


def _free_username(email: str) -> str:
    """The part before the @, with a number where somebody has it already."""
    base = slugify(email.partition("@")[0].replace(".", "-"))[:100] or "persona"
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    names = (base, *(f"{base}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _log(account: User, what: str, by: Actor, flag: int = CHANGE) -> None:
    if by is not None:
        rows = User.objects.filter(pk=account.pk)
        LogEntry.objects.log_actions(by.pk, rows, flag, what, single_object=True)
