"""Pages of signing in: allauth's with a small change, and the ones allauth does not have."""

from typing import Any

from allauth.account import views as account_views
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import resume_request
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from allauth.account.utils import get_next_redirect_url, passthrough_next_redirect_url
from allauth.core import ratelimit
from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import respond_429
from allauth.usersessions import views as session_views
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.accounts import audit
from lms.accounts.access import person_of, signed_in
from lms.accounts.adapter import LINK_KEY, LINK_NONCE
from lms.accounts.policies import is_staff
from lms.accounts.sign_in import proof
from lms.accounts.sign_in.forms import ProofForm
from lms.accounts.sign_in.rules import browser_in_words, code_from, is_same_code
from lms.accounts.sign_in.selectors import has_second_factor, mail_code_suffices
from lms.accounts.sign_in.services import seconds_left


@require_safe
def request_login_code(request: HttpRequest) -> HttpResponse:
    """Send people to the one page where a code is asked."""
    return redirect(passthrough_next_redirect_url(request, reverse("account_login"), "next"))


@require_safe
@signed_in
def session(request: HttpRequest) -> HttpResponse:
    """Tell how many seconds the session lives on; asking is being there, so its time starts anew."""
    return JsonResponse({"left": seconds_left(request.session, timezone.now())})


class ConfirmLoginCodeView(account_views.ConfirmLoginCodeView):
    """Ask the mailed code; a link from the mail fills it in, and only the button uses it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Explain a link that was opened in another browser than the one that asked."""
        if LINK_KEY in request.GET and request.user.is_anonymous and get_pending_stage(request) is None:
            return render(request, "account/other_browser.html")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """Return the code that belongs to the link, when this browser asked for it."""
        nonce, key = self.request.session.get(LINK_NONCE), self.request.GET.get(LINK_KEY)
        if not (nonce and key):
            return {}
        code = code_from(nonce, key)
        return {"code": code} if is_same_code(settings.SECRET_KEY, code, self._process.code) else {}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Count tries outside the session too: requests at the same moment all read the same session."""
        key = f"{request.session.session_key}:{self._process.state['at']}"
        if self._action == "verify" and not ratelimit.consume(request, action="login_code_try", key=key):
            clear_login(request)
            messages.error(request, get_adapter().error_messages["too_many_login_attempts"])
            return redirect("account_login")
        return super().post(request, *args, **kwargs)

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        key = self._process.state["email"].lower()
        if not ratelimit.consume(self.request, action="request_login_code", key=key):
            messages.error(self.request, get_adapter().error_messages["rate_limited"])
            return redirect(self.passthrough_next_url(reverse("account_confirm_login_code")))
        return super()._resend_form_valid(form)


class EmailView(account_views.EmailView):
    """Change one's own address: the new one counts when its code came back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Accept a new address and nothing else."""
        form = QueryDict(mutable=True)
        form.update({"email": request.POST.get("email", ""), "action_add": "1"})
        request.POST = form  # type: ignore[assignment]  # Django's own middlewares do so too
        try:
            return super().post(request, *args, **kwargs)
        except RateLimited:
            return respond_429(request)


class LogoutView(account_views.LogoutView):
    """Leave; the browser is asked to forget what it kept of us."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out. Cookies stay: the session's is gone already, reading preferences are the person's."""
        response: HttpResponse = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class SessionListView(session_views.ListUserSessionsView):
    """Show where one is signed in, and sign out everywhere else."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the browser in plain words to each session."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        for session in context["sessions"]:
            session.words = browser_in_words(session.user_agent)
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """End the other sessions and log it."""
        audit.sessions_ended(person_of(self.request))
        response: HttpResponse = super().form_valid(form)
        return response


@never_cache
@signed_in
def reauthenticate(request: HttpRequest) -> HttpResponseBase:
    """Ask a mailed code before a change that could take the account away from its owner."""
    methods = get_adapter().get_reauthentication_methods(person_of(request))
    if not mail_code_suffices(person_of(request)):
        return redirect(passthrough_next_redirect_url(request, methods[0]["url"], "next"))
    here = passthrough_next_redirect_url(request, reverse("account_reauthenticate"), "next")
    if request.method == "POST" and request.POST.get("action") == "send":
        if not ratelimit.consume(request, action="request_login_code", key=person_of(request).email.lower()):
            return respond_429(request)
        proof.start_proof(request)
        return redirect(here)
    return _ask_proof(request, here)


def _ask_proof(request: HttpRequest, here: str) -> HttpResponseBase:
    pending = proof.pending_proof(request)
    form = ProofForm(request.POST or None, expected_code=pending.code if pending else "")
    if request.method == "POST" and pending:
        if not ratelimit.consume(request, action="reauthenticate", user=person_of(request)):
            return respond_429(request)
        if form.is_valid():
            proof.finish_proof(request)
            return resume_request(request) or redirect("accounts:me")
        audit.sign_in_refused(person_of(request), step="proof")
        if not proof.count_wrong_try(request, pending):
            messages.error(request, get_adapter().error_messages["too_many_login_attempts"])
            return redirect(here)
    context = {"form": form, "pending": pending, "next": get_next_redirect_url(request)}
    return render(request, "account/reauthenticate.html", context)


@require_safe
@signed_in
def second_factor(request: HttpRequest) -> HttpResponse:
    """Explain why staff needs an extra lock, and offer a passkey or an app."""
    if not is_staff(person_of(request)) or has_second_factor(person_of(request)):
        return redirect("mfa_index")
    return render(request, "accounts/second_factor.html")


@require_safe
@signed_in
def faster(request: HttpRequest) -> HttpResponse:
    """Offer a passkey after the first sign-in; going on without is just as good."""
    return render(request, "accounts/faster.html", {"next": get_next_redirect_url(request) or "/"})
