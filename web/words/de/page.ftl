## Kopfzeile, Dialoge und Meldungen.

language-name = Deutsch
language = Sprache
untitled = Ohne Titel
title = Titel
rules = Regelwerk
undo = Rückgängig
redo = Wiederholen
share = Teilen
examples = Beispiele
import = Importieren
export = Exportieren
link = Link
copy-link = Link kopieren
examples-ask = Was möchten Sie öffnen?
export-ask = Was möchten Sie exportieren?
blank = Leer
blank-about = Noch keine Personen, Geräte oder Server: Beginnen Sie mit einer Personengruppe
set-aside-on = { $product } · { $day }, { $time }
set-aside-now = { $product } · gerade eben
discard = „{ $title }“ löschen
set-aside = „{ $title }“ ist auf diesem Gerät beiseitegelegt; Sie finden es unter „Gespeichert“.
other-tab = In einem anderen Tab dieser Seite wird an „{ $title }“ gearbeitet. Der letzte Stand ist unter „Gespeichert“ beiseitegelegt; der nächste Besuch öffnet, was zuletzt geändert wurde.
discarded = „{ $title }“ ist von diesem Gerät gelöscht.
group-removed = { $uses ->
    [0] { $name } entfernt.
    [one] { $name } und 1 Nutzung entfernt.
   *[other] { $name } und { $uses } Nutzungen entfernt.
}
use-removed = Nutzung entfernt.
owned-removed = Vorhandene Lizenzen entfernt.
prices-removed = Ihre Preise und der Rabatt entfernt.
family = Ein Produkt anderer Art
family-about = { $uses ->
    [one] 1 Nutzung beschreibt Tätigkeiten in { $from }, die es in { $to } nicht gibt. Personen, Geräte und Server können bleiben; jede Gruppe nutzt { $to } dann auf die übliche Weise, was Sie danach ändern können.
   *[other] { $uses } Nutzungen beschreiben Tätigkeiten in { $from }, die es in { $to } nicht gibt. Personen, Geräte und Server können bleiben; jede Gruppe nutzt { $to } dann auf die übliche Weise, was Sie danach ändern können.
}
the-product = das Produkt
family-kept = Ihr jetziger Stand wird zuerst beiseitegelegt, und „Rückgängig“ holt ihn zurück.
family-map = Gruppen behalten, mit üblichen Nutzungen
family-blank = Leer beginnen
family-cancel = Beim jetzigen Produkt bleiben
put-back = Zurückholen
notice-not-kept = Nicht alles unter „Gespeichert“ konnte auf diesem Gerät gespeichert werden: Der Speicher ist voll oder für diese Seite gesperrt. Was fehlt, bleibt dort, bis diese Seite geschlossen wird. Exportieren Sie alle als eine Datei, um es zu behalten.
link-length = { NUMBER($count) } Zeichen. Alles steht im Link selbst; kein Server sieht es.
link-long = Manche Mail- und Office-Programme kürzen Links von mehr als { NUMBER($limit) } Zeichen. Eine Datei ist sicherer.
save-file = Als Datei speichern
notice-aside = Ihre frühere Arbeit ist erhalten; Sie finden sie unter „Gespeichert“. Wenn die Seite damit wieder abbricht, melden Sie es bitte.
open-kept = Wieder öffnen
notice-unreadable = Die auf diesem Gerät gespeicherte Arbeit lässt sich nicht lesen. Sie ist beiseitegelegt, nicht gelöscht.
notice-not-saved = Nicht auf diesem Gerät gespeichert: Der Speicher ist voll oder für diese Seite gesperrt. Exportieren oder teilen Sie Ihre Arbeit, um sie zu behalten.
notice-language = Die Texte in Ihrer Sprache konnten nicht geladen werden; die Seite ist auf Englisch. Laden Sie neu, um es noch einmal zu versuchen.
bad-link = { $why } Aus diesem Link wurde nichts geöffnet, und nichts wurde geändert.
refused-at = Bei { $place }: { $why }
csv-licence = Lizenz
csv-identifier = Kennung
csv-held-by = Inhaber
csv-quantity = Anzahl
csv-owned = Vorhanden
csv-to-buy = Zu kaufen
csv-unit-price = Einzelpreis
csv-amount = Betrag
csv-currency = Währung
csv-period = Zeitraum
csv-at-least = Summe, mindestens: { $left-out }
tab = { $title } – Seatwise
with-prices = Eigene Preise und Rabatte mitgeben
reader-sees-same = Wer den Link öffnet, sieht dieselbe Summe: { $total }.
reader-sees = Ihre Preise und der Rabatt bleiben hier: Wer den Link öffnet, sieht { $reader } nach der Preisliste, wo Sie { $sender } sehen. Der Link weist darauf hin.
notice-left-out = Dieser Link enthält die eigenen Preise des Absenders nicht: Die Summe hier folgt der Preisliste, die des Absenders ist eine andere.
copied = Kopiert.
not-copied = Der Browser erlaubt das Kopieren hier nicht: Markieren Sie den Link und kopieren Sie ihn selbst.
export-scenario = Szenariodatei
export-scenario-about = JSON: alles, auch eigene Preise; „Importieren“ öffnet sie wieder
export-bill = Lizenzliste als CSV
export-bill-about = Für eine Tabellenkalkulation
export-proof = Nachweis als CSV
export-proof-about = Zum Nachrechnen von Hand
export-owned = Vorhanden und nötig als CSV
export-owned-about = Überschuss, Fehlbestand und die günstigste Ergänzung
export-register = Verzeichnis als CSV
export-register-about = Wer welche Lizenz hat, mit Platz für Namen und Daten
export-print = Drucken
export-print-about = Oder als PDF speichern
pick-file = Eine Szenariodatei, eine Datei gespeicherter Szenarien, oder eine CSV-Datei mit Gruppen oder vorhandenen Lizenzen
paste = Oder fügen Sie ihren Text, einen Link oder Zellen einer Tabelle ein
take-in = Diesen Text importieren
import-about = Ihr jetziger Stand wird beiseitegelegt, und „Rückgängig“ holt ihn zurück.
not-taken-in = Nicht importiert; nichts wurde geändert.
file-too-large = die Datei ist größer als { NUMBER($megabytes) } MB
file-too-large-remedy = ein von Seatwise gespeichertes Szenario hat einige Kilobyte: Wählen Sie diese Datei
file-unreadable = der Browser konnte die Datei nicht lesen
file-unreadable-remedy = wählen Sie sie noch einmal; wenn sie in einem anderen Programm offen ist, schließen Sie sie dort zuerst
close = Schließen
dismiss = Diese Meldung schließen
price-book = Preisliste
price-basis = Grundlage
your-price = Ihr Preis
discount = Rabatt auf jeden Preis (%)
reset-prices = Wieder die Preisliste verwenden
own-price-of = Ihr Preis für { $name }

## Daten.

month-of-year = { $month } { $year }
undated = ohne Datum
quote-open = „
quote-close = “
