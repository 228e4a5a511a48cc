## Die Seite auf Papier: ein eigenes Dokument.

paper-about = { $product }, { $rules } · gedruckt am { $day }
paper-answer = Die günstigste zulässige Zusammenstellung
paper-no-answer = Keine Summe
paper-each = Je Lizenz
paper-holders = Für
paper-group = Gruppe
paper-count = Anzahl
paper-kind = Art
paper-conditions = Bedingungen
paper-notes = Notizen
paper-open = Offene Fragen und Hinweise
paper-line = { $licences } für { $holders }
paper-price-list = Preisliste: { $name }, nach { $documents }.
paper-price-list-alone = Preisliste: { $name }.
paper-document = { $title } ({ $month })
paper-assumed = Annahmen, durch ein Angebot zu ersetzen: { $licences }.
paper-price-note = Herkunft
paper-sources = Quellen
paper-sources-about = Die Nummern in den Begründungen verweisen auf diese Klauseln, die hier in eigenen Worten wiedergegeben sind.
paper-link = Wieder öffnen
paper-link-about = Diese Adresse enthält alles Obige; wer sie öffnet, rechnet im Browser neu.
paper-link-without-prices = Diese Adresse enthält alles Obige außer Ihren eigenen Preisen und Rabatten; wer sie öffnet, rechnet im Browser neu.
paper-disclaimer = Seatwise ist keine Rechtsberatung: Es entscheidet der Vertrag mit Microsoft. Gerechnet wurde im Browser aus den Angaben in diesem Dokument; nichts wurde irgendwohin gesendet.
