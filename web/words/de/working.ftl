roles = Sie arbeiten als
exactly = { $count ->
    [one] Im Einzelnen: 1 Tätigkeit
   *[other] Im Einzelnen: { $count } Tätigkeiten
}
find-activity = Tätigkeit suchen
find-entry = In dieser Liste suchen
no-entry = Diesen Eintrag gibt es nicht.
through = Über
next-from-where = Von wo aus
shared-devices = Gemeinsame Geräte, eine Gruppe oder mehrere
new-pool = + gemeinsame Geräte
pool-name = Name der Geräte
pool-count = Wie viele Geräte
add-pool = Hinzufügen
more-of = Mehr zu { $name }
duplicate = Duplizieren
move-up = Nach oben
move-up-keys = Alt + ↑
move-down = Nach unten
move-down-keys = Alt + ↓
note = Notiz
remove-row = Entfernen
note-on = Notiz zu { $name }
note-about = Eine Bemerkung für Sie oder die Leser; gezählt wird danach nichts
copy-of = { $name } (Kopie)
new-group = Name einer Gruppe
head-name = Name
head-count = Wie viele
head-who = Wer sie sind
head-what = Was sie sind
devices-and-more = { $first } oder { NUMBER($more) } weitere
