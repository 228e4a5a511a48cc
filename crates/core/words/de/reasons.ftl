## Begründungen: warum etwas so ist. Sätze beginnen klein und ohne Punkt, wenn sie nicht mit einem enden.

after-a = { $licence }
after-an = { $licence }
and = { $first } und { $last }
or = { $first } oder { $last }
to-mend-it = Abhilfe: { $mend }

licences-for-devices = Lizenzen für Geräte
absent-nothing-needed = noch braucht niemand eine Lizenz
absent-no-external = keine Externen brauchen eine Lizenz auf einem Server
absent-no-device = niemand teilt sich ein Gerät
absent-adds-nothing = niemand braucht, was sie hinzufügt
absent-not-enough = sie genügt hier für niemanden
absent-covered = sie würde für { $holder } genügen, aber dort ist keine nötig: was sie tun, ist anders abgedeckt
absent-dearer-on-servers = auf jedem Server, auf dem sie genügen würde, wären die Mehrkosten { $more }
absent-dearer = sie würde für { $holder } genügen, bei Mehrkosten von { $more }
absent-dearer-with = zusammen mit { $with } würde sie für { $holder } genügen, bei Mehrkosten von { $more }
absent-tie = sie würde für { $holder } zum selben Preis genügen
absent-tie-with = zusammen mit { $with } würde sie für { $holder } zum selben Preis genügen
absent-unpriced = für sie ist kein Preis bekannt: Geben Sie einen Preis ein, um sie einzubeziehen

lets-everybody-in = { $licence } deckt alle ab, die über { $who } zugreifen
is-enough = für { $who } genügt { $licence }
nothing-less = nichts Geringeres als { $licence } erlaubt alles, was von { $who } getan wird
nothing-less-on = nichts Geringeres als { $licence } erlaubt alles, was auf { $who } getan wird
more-groups = { $count ->
    [one] 1 weitere Gruppe
   *[other] { $count } weitere Gruppen
}
cover-on-devices = { $licences ->
    [one] 1 Lizenz auf dem Gerät deckt
   *[other] { $licences } Lizenzen auf den Geräten decken
} { $people ->
    [one] die 1 Person ab, die daran arbeitet.
   *[other] alle { $people } Personen ab, die daran arbeiten.
}
cover-on-pools = { $licences ->
    [one] 1 Lizenz
   *[other] { $licences } Lizenzen
} auf den Geräten von { NUMBER($groups) } Gruppen decken { $people ->
    [one] die 1 Person ab, die daran arbeitet.
   *[other] alle { $people } Personen ab, die daran arbeiten.
}
cover-on-servers = { $licences ->
    [one] 1 Lizenz
   *[other] { $licences } Lizenzen
} auf { $servers } { $people ->
    [one] für die 1 externe Person
   *[other] für alle { $people } externen Personen
}, so viele es auch werden.
each-holds = Gehalten wird jeweils zusammen: { $licences }.
it-is-sold-through = erhältlich über { $sellers }
of-these-owned = { NUMBER($owned) } davon sind bereits vorhanden; { NUMBER($buy) } sind noch zu kaufen.
instead-of-people = Lizenzen auf den Geräten oder Servern würden stattdessen die Summe um { $more } erhöhen
instead-of-people-same = Lizenzen auf den Geräten oder Servern würden stattdessen ebenso viel kosten
instead-of-devices = Lizenzen für die Personen würden stattdessen die Summe um { $more } erhöhen
instead-of-devices-same = Lizenzen für die Personen würden stattdessen ebenso viel kosten
instead-of-servers = je eine Lizenz für diese Personen oder ihre Geräte würde stattdessen die Summe um { $more } erhöhen
instead-of-servers-same = je eine Lizenz für diese Personen oder ihre Geräte würde stattdessen ebenso viel kosten
would-also-do = auch { $licences } würde für { $who } genügen, bei Mehrkosten von { $more }
would-also-do-same = auch { $licences } würde für { $who } genügen, zum selben Preis

your-server = Ihr Server
the-own-devices-of = eigene Geräte von { $name }
use-of = { $who } ({ $people }) können { $how } { $what }
use-of-from = { $who } ({ $people }) können { $how } { $what }, von { $devices } aus
use-of-own = { $who } ({ $people }) können { $how } { $what }, von { NUMBER($count) } eigenen Geräten aus
things-and-more = { $things } und { NUMBER($more) } weitere Dinge tun
how-client = über { $client }
how-portal = über ein Portal oder eine andere Anwendung
how-pooled = über eine automatisierte Verbindung
how-rekey = über jemanden, der es eintippt,
how-web-form = über ein Webformular ohne Datenanzeige

people-employee = { $count ->
    [one] 1 beschäftigte Person
   *[other] { $count } Beschäftigte
}
people-affiliate = { $count ->
    [one] 1 beschäftigte Person eines verbundenen Unternehmens
   *[other] { $count } Beschäftigte eines verbundenen Unternehmens
}
people-onsite = { $count ->
    [one] 1 Auftragnehmer vor Ort
   *[other] { $count } Auftragnehmer vor Ort
}
people-contractor = { $count ->
    [one] 1 Auftragnehmer
   *[other] { $count } Auftragnehmer
}
people-vendor = { $count ->
    [one] 1 Person eines Dienstleisters außer Haus
   *[other] { $count } Personen eines Dienstleisters außer Haus
}
people-outsourcer = { $count ->
    [one] 1 Person ausgelagerter Geschäftsprozesse
   *[other] { $count } Personen ausgelagerter Geschäftsprozesse
}
people-customer = { $count ->
    [one] 1 Kunde
   *[other] { $count } Kunden
}
people-partner = { $count ->
    [one] 1 Partner oder Lieferant
   *[other] { $count } Partner oder Lieferanten
}
people-hosted = { $count ->
    [one] 1 Kunde eines gehosteten Dienstes
   *[other] { $count } Kunden eines gehosteten Dienstes
}
people-parent = { $count ->
    [one] 1 Elternteil von Schülern
   *[other] { $count } Eltern von Schülern
}
people-anonymous = { $count ->
    [one] 1 unbekannter Besucher
   *[other] { $count } unbekannte Besucher
}
