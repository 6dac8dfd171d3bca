"""The REST API for the matching system."""

from ninja import NinjaAPI

api = NinjaAPI(title="Leerplein OCO", version="1.0.0", docs_url=None)
