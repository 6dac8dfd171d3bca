"""The app on a phone: manifest and service worker."""
