"""What a trainer may use inside a text, and the groups in which one chooses a block."""

from django.utils.translation import gettext_lazy as _

TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ul", "ol", "link", "blockquote"]
INLINE_FEATURES = ["bold", "italic", "link"]

READING = _("Lezen")
WATCHING = _("Kijken en luisteren")
DOING = _("Doen")
