## Das Regelwerk, zum Lesen und Zitieren.

rules-and-sources = Regeln und Quellen
sources = Quellen
rules-about = Was das Regelwerk sagt, mit den Klauseln, ihren Dokumenten und wie weit diesen zu trauen ist.
find = In den Regeln suchen
nothing-found = Nichts in diesem Regelwerk sagt das.
rules-of-use = Wer eine Lizenz braucht
mappings = Was aus früheren Lizenzen wurde
counted = Lizenzen anderer Generationen, die zählen
step-ups = Step-ups und Abonnements für Inhaber
programmes = Programme
facts = Gut zu wissen
clauses-by-document = Klauseln nach Dokument
read-all = Regeln von { $book }
counted-heading = { $heading } · { NUMBER($count) }
clauses = { $count ->
    [one] 1 Klausel
   *[other] { $count } Klauseln
}
counts-as-this = Zählt als diese, wenn vorhanden: { $owned }.
otherwise = Andernfalls: { $text }.
while-assured = { $licence } mit Software Assurance
sold-through = { $says }. Erhältlich über { $programmes }
offers = Bietet { $offers }. { $says }
offers-assured = Bietet { $offers }, immer mit Software Assurance. { $says }
offering-licence = Lizenzen
offering-subscription = Abonnements
offering-step-up = Step-ups
offering-add-on = Add-on-Abonnements
offering-from-sa = From-SA-Abonnements
offering-hosting = monatliche Lizenzen für Hosting
