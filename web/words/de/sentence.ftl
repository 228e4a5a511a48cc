## Der Satz, der eine Nutzung beschreibt: wer, worüber, was, von wo, auf welchen Servern.

use-sentence = { $people } können über { $access } { $activities }.{"  "}{ $devices }{ $servers }
use-sentence-from = { $people } können über { $access } { $activities }, von { $devices } aus.{"  "}{ $servers }
use-sentence-from-on = { $people } können über { $access } { $activities }, von { $devices } aus, auf { $servers }.{"  "}
access-portal = ein Portal
access-pooled = eine gebündelte oder automatisierte Verbindung
access-rekey = die Eingabe durch einen lizenzierten Kollegen
access-web-form = ein Webformular ohne Datenanzeige
access-client-about = Web, Outlook oder mobil: der eigene Client des Produkts
access-portal-about = Ein Portal oder eine eigene Anwendung davor
access-pooled-about = Eine Verbindung, die für mehrere Personen steht
access-rekey-about = Von Hand, von Papier oder aus Mails; nichts Automatisiertes
access-web-form-about = Nimmt Daten entgegen, zum Beispiel ein Kontaktformular
do-nothing = noch nichts tun
do-everything = alles tun
activities-and-more = { $first }, { $second } und { NUMBER($more) } weitere Dinge tun
own-devices = { $count ->
    [0] keinem eigenen Gerät
    [1] einem eigenen Gerät
    [2] zwei eigenen Geräten
    [3] drei eigenen Geräten
    [4] vier eigenen Geräten
    [5] fünf eigenen Geräten
    [6] sechs eigenen Geräten
    [7] sieben eigenen Geräten
    [8] acht eigenen Geräten
    [9] neun eigenen Geräten
   *[other] { $count } eigenen Geräten
}
verdict-needs = warum
verdict-included = enthalten
verdict-exempt = braucht keine Lizenz
verdict-impossible = so nicht lizenzierbar
verdict-disputed = Texte widersprechen sich
verdict-unknown = noch nicht bekannt
verdict-of = { $verdict }: { $sentence }
part-reading = Nur lesen
part-shared = Gemeinsame Datensätze
part-sales = Vertrieb
part-service = Kundenservice
part-field-service = Außendienst
part-staff = Zeiten, Spesen und Personal
part-running = Teilen und Betreiben
part-functions = Funktionen
asks-people = Wer nutzt es?
asks-access = Worüber?
asks-activities = Wozu?
asks-devices = Von welchen Geräten aus?
asks-servers = Auf welchen Servern?
label-people = Wer nutzt es: { $text }
label-access = Worüber: { $text }
label-activities = Wozu: { $text }
label-devices = Von welchen Geräten aus: { $text }
label-servers = Auf welchen Servern: { $text }
offer-servers = + auf welchen Servern
offer-devices = + von wo aus
all-servers = alle Server
done = Fertig
own-count = Eigene Geräte, je Person
nobody = niemand
