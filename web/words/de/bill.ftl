## Lizenzen, Preise und Nachweise.

licences-heading = Lizenzen
nothing-needed = Für das bisher Beschriebene ist keine Lizenz nötig.
not-counted-yet = Noch lässt sich nichts zählen.
server-licences = Serverlizenzen, nicht in der Summe
included = in den Lizenzen für den Zugriff enthalten
nothing-to-buy = nichts zu kaufen
not-needed = Nicht nötig, und warum
why = warum
reasons = Begründung
no-price = kein Preis
assumed = angenommen
set-price = Preis ändern
set-price-of = Preis ändern: { $name }
prices = Preise
proof = Nachweis der niedrigsten Kosten
check = Von Hand nachrechnen
comparison = Vergleich
not-possible = nicht möglich
as-table = Als Tabelle
total = Summe
licences = { $count ->
    [one] 1 Lizenz
   *[other] { $count } Lizenzen
}
no-assumption = kein Preis ist eine Annahme
all-assumptions = { $lines ->
    [one] der Preis ist eine Annahme
   *[other] alle Preise sind Annahmen
}
some-assumptions = { $assumed ->
    [one] 1 von { NUMBER($lines) } Preisen ist eine Annahme
   *[other] { $assumed } von { NUMBER($lines) } Preisen sind Annahmen
}
people-not-counted = { $count ->
    [one] 1 Person nicht gezählt
   *[other] { $count } Personen nicht gezählt
}
without-price = { $lines ->
    [one] 1 Lizenz ohne Preis
   *[other] { $lines } Lizenzen ohne Preis
}
incomplete = unvollständig
at-least = mindestens
your-prices = Ihre Preise
less-percent = abzüglich { $percent } %
your-prices-less = Ihre Preise, abzüglich { $percent } %
nothing-said = Noch ist nichts beschrieben. Beginnen Sie mit einer Personengruppe.
say-what-people-use = { $count ->
    [one] Geben Sie an, was die 1 Person nutzt.
   *[other] Geben Sie an, was die { $count } Personen nutzen.
}
one-server = ein Server: geben Sie an, wie viele es sind
owned-and-to-buy = { NUMBER($owned) } vorhanden, { NUMBER($buy) } zu kaufen
product-of-line = { NUMBER($buy) } zu je { $unit }: { $amount }.
product-by-month = { NUMBER($buy) } zu je { $month } im Monat, das sind je { $unit }: { $amount }.
basis-list = Listenpreis
basis-reseller = Händlerpreis
basis-derived = abgeleitet
basis-assumption = Annahme
basis-own = Ihr Preis
a-month = im Monat
confidence-official = amtlich von Microsoft
confidence-official-copy = Text von Microsoft, anderswo wiedergegeben
confidence-analyst = Analyst
confidence-reseller = Händler
confidence-blog = Blog
confidence-derived = abgeleitet
confidence-assumption = Annahme
reviewed-on = geprüft { $month }
searched-text = am { $day } gesucht, kein Text gefunden
searched-settling-text = am { $day } wurde ein Text gesucht, der es entscheidet, und keiner gefunden
requirement = { $holders }: { $what } über { $through }
own-devices-of = eigene Geräte von { $name }
rent = { NUMBER($owned) } vorhandene { $name }, je { $each } wert
cheapest-mix = Günstigste Kombination
cheapest-which-is = Günstigste Kombination ({ $ways })
all-user = Eine Lizenz für jede Person
all-device = Eine Lizenz für jedes Gerät
all-connector = Connectors für alle Externen
no-connector = Kein Connector
everybody-on = Alle mit { $tier }
the-same = dieselbe Kombination
a-tie = gleich teuer
as-now = derzeitige Wahl
tie = Gleichstand: Ein anderer Weg kostet ebenso viel. Die Wahl folgt einer festen Reihenfolge: ein Connector vor Lizenzen für Personen, diese vor Lizenzen für Geräte, und eine Lizenz vor zweien.
forced = Was wäre, wenn eine Gruppe anders lizenziert würde?
forced-about = Die Mehrkosten jeder Wahl und die Summe damit; alle anderen Gruppen sind so günstig wie möglich lizenziert.
forced-first = Die Mehrkosten jeder Wahl und die Summe damit; alle anderen Gruppen sind so günstig wie möglich lizenziert. Die ersten { NUMBER($count) } Gruppen.
prices-in-two = Ihre Preise sind in { $own }; die der Preisliste sind in { $book } und zählen nicht.
amounts-in = Alle Beträge in { $unit }.
forced-group = Gruppe
forced-people = Personen
forced-devices = Geräte
forced-connector = Connector
leaves-out = Unvollständig: { $left-out }.
group-not-counted = { $name }: noch nicht gezählt.
may-be-less = Die Summe kann niedriger sein.
then-total = dann { $total }
severity-info = Hinweis
severity-warning = Warnung
severity-error = Nicht gezählt
proved = bewiesen am günstigsten
within = beste gefundene, höchstens { $gap } zu hoch
rests-on-list = Der Preis ist ein Listenpreis.
rests-on-reseller = Der Preis ist der eines Händlers.
rests-on-derived = Der Preis ist aus anderen Zahlen abgeleitet.
rests-on-assumption = Der Preis ist eine Annahme: Setzen Sie Ihren eigenen ein.
rests-on-own = Der Preis ist Ihr eigener.
proof-by-charges = Jede gezählte Anforderung trägt einen Anteil. Keine Lizenz kostet weniger als die Anteile, die sie abdecken würde, und die Anteile ergeben zusammen { $total }: Für weniger kann niemand die Anforderungen erfüllen.
proof-by-search = Die Anteile unten weisen nach, dass es mindestens { $charges } kostet. Eine Suche durch alle übrigen Fälle ({ NUMBER($cases) }) hat die Lücke bis { $total } geschlossen.
proof-by-count = Die Anteile unten weisen nach, dass es mindestens { $charges } kostet. Was jede verbleibende Wahl mindestens kosten würde, auf welche Beträge diese Preise kommen können und eine genaue Zählung, wer mit vorhandenen Lizenzen versorgt ist, schließen alles unter { $total } aus; kein Fall musste durchprobiert werden.
proof-with-gap = Die Suche wurde abgebrochen. Die Anteile unten weisen nach, dass die Summe höchstens { $gap } über der kleinstmöglichen liegt.
charge-number = Nr.
charge-requirement = Anforderung
charge-amount = Anteil
check-holder = Möglicher Inhaber
check-cost = Kosten
check-charges = Abgedeckte Anteile
check-sum = Summe der Anteile
check-about = Die Anteile einer Zeile übersteigen nie ihre Kosten. Jeder Weg, die Anforderungen zu erfüllen, kostet deshalb mindestens die Summe der Anteile. Vorhandene Lizenzen zählen mit ihrem Wert. Zeilen, die aus anderen folgen, sind weggelassen.
owned-sign = vorhanden
all-charges = alle
sum = Summe
held = { $licences } für { $holder }
proof-long = { NUMBER($charges) } Anteile und { NUMBER($lines) } Zeilen zum Nachrechnen: mehr, als auf eine Seite passt. Die Datei enthält alle.
comparison-way = Weg
comparison-more = Mehr
nothing-to-compare = Sobald etwas nötig ist, stehen hier andere Wege, es zu kaufen, mit ihrem Preis.

## Lesen: was gesprochen wird, und was eine Begründung einklappt.

spoken-total = Summe { $amount }
questions-open = { $count ->
    [one] 1 Frage offen
   *[other] { $count } Fragen offen
}
us-dollars = US-Dollar
euros = Euro
pounds = Pfund Sterling
australian-dollars = australische Dollar
canadian-dollars = kanadische Dollar
swiss-francs = Schweizer Franken
yen = Yen
swedish-kronor = schwedische Kronen
norwegian-kroner = norwegische Kronen
danish-kroner = dänische Kronen
holders-and-more = { $first } und { NUMBER($more) } weitere
all-holders = { $count ->
    [one] 1 Inhaber
   *[other] Alle { $count } Inhaber
}
more-sentences = { $count ->
    [one] 1 weiterer Satz
   *[other] { $count } weitere Sätze
}
sources-of-reason = { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}

## Wie sicher die Summe ist.

how-sure = Wie sicher ist diese Summe?
sure-prices = Preise
sure-people = Personen
sure-texts = Texte
sure-no-assumption = Kein Preis in der Lizenzliste ist eine Annahme.
sure-all-assumed = Die gesamte Summe ({ $total }) beruht auf angenommenen Preisen oder auf Preisen, die aus einem folgen.
sure-share = { $part } von { $total }, also { $percent } %, beruhen auf angenommenen Preisen oder auf Preisen, die aus einem folgen.
sure-span = Wenn jeder davon um bis zu { NUMBER($percent) } % danebenliegt, liegt die Summe zwischen { $lowest } und { $highest }.
sure-no-price = Für { $name } ist kein Preis bekannt: In der Summe fehlt sie.
sure-no-question = Alle sind gezählt, und keine Frage ist offen.
sure-between = Je nach Antwort liegt die Summe zwischen { $least } und { $most }.
sure-whatever = Unabhängig von der Antwort ist die Summe { $total }.
sure-either = Je nach Antwort ist die Summe { $totals }.
sure-disputed = Zu { $people } widersprechen sich die Texte: { $says } { $readings }
sure-no-dispute = Kein Text, der hier entscheidet, ist umstritten.

## Der Nachweis in einfachen Worten.

proof-plain = Eine günstigere Kombination gibt es nicht.
proof-plain-tie = Eine günstigere Kombination gibt es nicht. Eine andere kostet ebenso viel. { $other }
proof-plain-incomplete = Für das Gezählte gibt es keine günstigere Kombination. In der Summe fehlt jedoch etwas.
proof-plain-gap = Eine günstigere Kombination ist möglich, um höchstens { $gap }.
tie-by-way = { $way }: { $licences }.
