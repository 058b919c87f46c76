"""The mail with which a member of staff chooses a password: the first one, or another."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from releases.models import Office, User
from releases.roles import ROLES

_SECONDS_PER_HOUR = 3600


def invitation(person: User) -> EmailMessage:
    """The mail with a link that works once, until it expires or the account changes.

    The link is made when the mail is: neither it nor a password is kept anywhere.
    """
    office = Office.objects.select_related("agency").first()
    key = default_token_generator.make_token(person)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(person), "key": key},
    )
    roles = [group.name for group in person.groups.order_by("name") if group.name in ROLES]
    body = render_to_string(
        "correo/invitacion.txt",
        {
            "person": person,
            "office": office,
            "role": ", ".join(roles),
            "is_first": person.last_login is None,
            "link": f"{settings.SITE_URL}{path}",
            "second_factor": f"{settings.SITE_URL}{reverse('mfa_index')}",
            "desk": f"{settings.SITE_URL}{reverse('desk')}",
            "hours": settings.PASSWORD_RESET_TIMEOUT // _SECONDS_PER_HOUR,
        },
    )
    name = office.archive_name if office else "Conste"
    what = "su cuenta" if person.last_login is None else "elija otra contraseña"
    return EmailMessage(f"{name}: {what}", body, to=[person.email])
