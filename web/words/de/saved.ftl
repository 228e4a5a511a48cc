## Gespeicherte Szenarien, und einige davon nebeneinander.

saved-list = Gespeichert
saved-scenarios = Gespeicherte Szenarien
saved-about = Nur auf diesem Gerät gespeichert. Kreuzen Sie zwei bis vier an, um zu sehen, worin sie sich unterscheiden.
saved-empty = Noch ist nichts gespeichert.
save-copy = Kopie dieser Seite speichern
copy-saved = „{ $title }“ ist auf diesem Gerät gespeichert.
export-all-saved = Alle als eine Datei exportieren
import-saved = Datei importieren
saved-compare = Vergleichen
saved-name = Name
saved-actions = Öffnen oder löschen
saved-present = { $product } · jetzt auf der Seite
saved-nowhere = { $product } · nicht gespeichert
set-aside-by-itself = { $about } · beiseitegelegt
name-of-saved = Name des gespeicherten Szenarios { NUMBER($number) }
compare-named = „{ $title }“ vergleichen
open-saved = Öffnen
open-saved-named = „{ $title }“ öffnen
discarded-several = { NUMBER($count) } Szenarien sind von diesem Gerät gelöscht.
saved-imported = { $count ->
    [one] 1 Szenario ist jetzt unter den gespeicherten.
   *[other] { $count } Szenarien sind jetzt unter den gespeicherten.
}
some-known = { $count ->
    [one] 1 weiteres aus der Datei war schon hier.
   *[other] { $count } weitere aus der Datei waren schon hier.
}
all-known = Nichts Neues: Alle Szenarien der Datei waren schon hier.

side-by-side = Nebeneinander
export-side-by-side = Gegenüberstellung als CSV
side-on-page = { $title } (auf der Seite)
side-numbered = { $title } ({ NUMBER($number) })
side-different = Was sich unterscheidet
side-same-in-all = Was gleich ist
side-same-rows = { $count ->
    [one] 1 Zeile ist überall gleich
   *[other] { $count } Zeilen sind überall gleich
}
side-no-difference = Sie unterscheiden sich in nichts.
side-whole = Im Ganzen
side-groups = Personen, Geräte und Server
side-licences = Anzahl der Lizenzen
side-money = Geld
side-reasons = Begründung
side-product = Produkt
side-total-in = Summe, { $unit }
side-total-assumed = Summe, { $unit }, mit angenommenen Preisen
side-count = Lizenzen
side-left-out = Nicht gezählte Personen
side-absent = Nicht nötig: { $why }
side-more = „{ $title }“ ist um { $amount } teurer als „{ $first }“.
side-less = „{ $title }“ ist um { $amount } günstiger als „{ $first }“.
side-same = „{ $title }“ kostet ebenso viel wie „{ $first }“.
side-unlike = Die Summen von „{ $title }“ und „{ $first }“ lassen sich nicht vergleichen: Währung oder Zahlungsweise sind verschieden, oder nur eine beruht auf angenommenen Preisen.
side-incomplete = Die Summen von „{ $title }“ und „{ $first }“ lassen sich nicht vergleichen: Eine davon zählt noch nicht alle.
export-saved = Alle gespeicherten Szenarien
export-saved-about = JSON, eine Datei; „Importieren“ nimmt sie wieder auf
saved-on-device = Auf diesem Gerät gespeichert.
