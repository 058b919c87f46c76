from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from releases.models.history import audited


# A sign-in is no change of the account, and a password leaves no trace, not even of its hash.
@audited(exclude=("password", "last_login"))
class User(AbstractUser):
    """A member of staff; readers have no accounts.

    Its own table from the first day, because a project can't change its user model later.
    """

    email = models.EmailField("correo electrónico", unique=True)

    class Meta(AbstractUser.Meta):
        verbose_name = "persona usuaria"
        verbose_name_plural = "personas usuarias"
