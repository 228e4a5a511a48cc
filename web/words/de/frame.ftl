## Die Seite in einem Rahmen auf einer fremden Seite, und Links aus der Zeit anderer Regeln oder Preise.

open-page = Den ganzen Rechner öffnen
new-tab = öffnet einen neuen Tab
stays-here = In Ihrem Browser berechnet: Ihre Angaben bleiben hier.
in-address = In Ihrem Browser berechnet. Die Seite um diesen Rechner folgt Ihren Angaben, damit sich ihre Adresse aufheben lässt.
send-to = An { $partner } senden
sends = Bis Sie klicken, wird nichts gesendet. { $partner } erhält dann die Lizenzen mit Anzahl und Beträgen und einen Link auf Ihre Angaben, ohne Ihre eigenen Preise.
sent-to = An { $partner } gesendet.
contact = Kontakt:
contact-of = Kontakt zu { $partner }:
prices-of = Preise von { $partner }
price-of-partner = Der Preis ist der von { $partner }.
basis-of-partner = Preis von { $partner }
then-and-now = Der Absender dieses Links sah { $then }; jetzt sind es { $now }.
other-licences = Die Summe ist noch immer { $total }, aber der Absender dieses Links sah dafür andere Lizenzen.
other-edition = Damals galten die Regeln von { $then }, jetzt die von { $now }.
line-then-and-now = { $name }: damals { $then }, jetzt { $now }
line-then = { $name }: damals { $then }, jetzt keine
line-now = { $name }: damals keine, jetzt { $now }
of-them-bought = { $needed } ({ $buy } zu kaufen)
at-price = { $count } zu je { $price }
without-a-price = { $count } ohne Preis
gone = Eine Lizenz, die es in den Regeln nicht mehr gibt
reviewed-since = Seither überprüft
rests-on-clauses = Worauf diese Lizenzen beruhen
