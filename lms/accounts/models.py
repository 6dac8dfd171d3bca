"""People: who they are, which roles they hold, and the two facts that are health data in effect."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from lms.accounts.roles import Role


class UserQuerySet(models.QuerySet["User"]):
    """Sentences about people."""

    def with_role(self, role: Role) -> "UserQuerySet":
        """Active people who hold this role now."""
        return self.filter(
            is_active=True, role_assignments__role=role, role_assignments__ended_at=None
        ).distinct()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]  # django-stubs cannot follow it
    """Make people by e-mail address; nobody has a password unless one is set on purpose."""

    def create_user(self, email: str, name: str = "", password: str | None = None, **fields: Any) -> "User":
        """Create an active person; without a password, one that cannot be used."""
        user: User = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create the installation's technical administrator."""
        return self.create_user(email, password=password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. Signs in with the e-mail address; the outside world only sees the uuid."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=120)
    is_active = models.BooleanField(_("actief"), default=True)
    joined_on = models.DateField(_("begonnen op"), null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("mensen")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_any_case")]

    def __str__(self) -> str:
        return self.name or str(self.uuid)

    def get_full_name(self) -> str:
        """Return the name a person wants to be called by."""
        return self.name

    def get_short_name(self) -> str:
        """Return the first word of the name."""
        return self.name.split(" ")[0] if self.name else ""


class Organisation(models.Model):
    """A partner that supplies volunteers (convenantpartner)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("naam"), max_length=120, unique=True)
    convenant_signed_on = models.DateField(_("convenant getekend op"), null=True, blank=True)
    pledged_volunteers = models.PositiveSmallIntegerField(
        _("toegezegde vrijwilligers"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("organisatie")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleAssignment(models.Model):
    """A role of a person, for everybody (`organisation` empty) or for one organisation's people."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("rol"), max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "organisation"],
                condition=Q(ended_at=None),
                name="one_current_role_there",
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(ended_at=None, organisation=None),
                name="one_current_role_everywhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Membership(models.Model):
    """The organisation a volunteer belongs to. It reveals health: see docs/decisions on who may see it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    consented_at = models.DateTimeField(_("toestemming gegeven op"))
    consent_version = models.PositiveSmallIntegerField(default=1)
    ended_at = models.DateTimeField(null=True, blank=True)
    shares_status_since = models.DateTimeField(
        null=True,
        blank=True,
        help_text=_("Vanaf dan ziet de contactpersoon of iemand inzetbaar is. Leeg: niet."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="one_current_membership"
            )
        ]

    def __str__(self) -> str:
        return f"lidmaatschap {self.pk}"


class Theme(models.Model):
    """A subject a volunteer may want to think along about; the municipality keeps the list."""

    name = models.CharField(_("onderwerp"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("onderwerp")
        verbose_name_plural = _("onderwerpen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ThemeChoice(models.Model):
    """A theme chosen by the volunteer, with explicit consent; withdrawing deletes the row."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="theme_choices")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE)
    consented_at = models.DateTimeField()
    consent_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "theme"], name="theme_once_per_person")]

    def __str__(self) -> str:
        return f"onderwerp {self.pk}"


class ReadingAids(models.Model):
    """How a person wants to read (lms/accounts/reading). Health data in effect: nobody else sees it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="reading_aids")
    text = models.CharField(_("grootte van de tekst"), max_length=10)
    spacing = models.CharField(_("ruimte tussen letters en regels"), max_length=10)
    font = models.CharField(_("letter"), max_length=10)
    contrast = models.CharField(_("kleuren"), max_length=10)
    calm = models.CharField(_("rust"), max_length=10)
    pictograms = models.CharField(_("pictogrammen"), max_length=10, default="off")
    easy = models.CharField(_("makkelijke taal eerst"), max_length=10, default="off")
    speed = models.CharField(_("snelheid van voorlezen"), max_length=10, default="normal")
    changed_at = models.DateTimeField(_("gekozen op"))

    def __str__(self) -> str:
        return f"leeshulp {self.pk}"


class Invitation(models.Model):
    """That a person was asked to join, by whom and when; accepted at the first sign-in."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="invitation")
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"
