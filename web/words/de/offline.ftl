## Besuche ohne Netz, und neue Versionen der Seite.

notice-new-version = Eine neue Version von Seatwise ist da. Ihre Arbeit bleibt beim Neuladen erhalten.
reload = Neu laden
