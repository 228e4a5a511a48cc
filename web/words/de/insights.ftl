## Einsichten neben der Lizenzliste: andere Generationen, Wendepunkte, Vorhandenes und Nötiges.

generations = Unter jeder Generation des Produkts
generations-about = Dieselben Personen, Geräte, Server und Nutzungen unter jedem Regelwerk, mit dessen eigenen Preisen.
nothing-to-pay = Nichts zu bezahlen
paid-once = Einmalig bezahlt, in { $currency }
paid-every-year = Jedes Jahr bezahlt, in { $currency }
paid-over = Bezahlt { $period }, in { $currency }
on-assumed-prices = { $heading }, mit angenommenen Preisen: nicht mit den anderen vergleichbar
generation-rules = Regelwerk
generation-differences = Was anders ist, und warum
differences = { $count ->
    [one] bei 1 Gruppe
   *[other] bei { $count } Gruppen
}
this-one = dieses Szenario
no-difference = Keine Gruppe braucht andere Lizenzen.
no-licence = keine Lizenz
break-even = Wendepunkte
break-even-about = Die Anzahlen oder Preise, bei denen eine andere Kombination die günstigste wird. Genau berechnet, nicht geschätzt.
break-even-of = Wendepunkte für
choose = Anzahl oder Preis wählen
and-up = und mehr
stretch-from = Von
stretch-to = Bis
stretch-mix = Günstigste Kombination
one-by-one = Lizenzen sind vorhanden oder eine Grenze gilt, deshalb ist die Summe keine Kette fallender Steigungen: Jede Anzahl wurde einzeln gelöst.
instead = { $people }: { $now } statt { $then }
covered-included = enthalten
covered-exempt = braucht keine Lizenz
covered-impossible = nicht lizenzierbar
chart-changes = { $what }, { $now }: Die günstigste Kombination wechselt bei { $places }.
chart-without-change = { $what }, { $now }: Die günstigste Kombination wechselt nirgends.
no-price-yet = noch kein Preis
now-at = jetzt { $present }
between = von { $from } bis { $to }
looked = Untersucht { $between }.
no-flip = Eine Kombination bleibt die günstigste, { $between }.
flip-same = Ab { $from }: dieselben Lizenzen, für andere.
flip-without = Ab { $from }: ohne { $goes }.
flip-with = Ab { $from }: mit { $comes }.
flip-instead = Ab { $from }: { $comes } statt { $goes }.
price-of = Preis von { $name }
needed = Vorhanden und nötig
owned-licence = Lizenz
owned-needed = Nötig
owned-surplus = Überschuss
owned-gap = Fehlbestand
owned-cost = Kosten
register-number = Nr.
register-name = Name der Person oder des Geräts
register-date = Zugewiesen am
register-ground = Aus welchem Grund
and-so-on = { NUMBER($listed) } bis { NUMBER($all) }
nothing-left-to-buy = Es bleibt nichts zu kaufen.
top-up = Günstigste Ergänzung: { $gap }, für { $cost }.
saved = Ohne das Vorhandene: { $without }.
idle-licences = Ungenutzt: { $licences }.
