## Besuche ohne Netz, und neue Versionen der Seite.

notice-new-version = Eine neue Version von Seatwise ist da. Ihre Arbeit bleibt beim Neuladen erhalten.
reload = Neu laden
notice-no-later = Ein Teil der Seite konnte nicht geladen werden: Die Karten unter den Lizenzen und die Dialoge fehlen. Laden Sie die Seite neu, sobald die Verbindung steht; Ihre Arbeit bleibt erhalten.
part-is-coming = Dieser Teil der Seite wird noch geladen.
