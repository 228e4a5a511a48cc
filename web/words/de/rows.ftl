rows = Zeilen aus einer Tabelle
rows-about = So wurden die Zeilen gelesen. Sie kommen zum Beschriebenen hinzu; Rückgängig nimmt sie wieder weg.
yes = ja
no = nein
add-groups = { $count ->
    [one] 1 Gruppe hinzufügen
   *[other] { NUMBER($count) } Gruppen hinzufügen
}
add-lots = { $count ->
    [one] 1 Zeile hinzufügen
   *[other] { NUMBER($count) } Zeilen hinzufügen
}
cancel = Abbrechen
fault-count = Zeile { $line }: „{ $text }“ ist keine ganze Zahl; die Zeile bleibt weg.
fault-relationship = Zeile { $line }: Wer „{ $text }“ sind, ist nicht bekannt; sie gelten als Beschäftigte.
fault-licence = Zeile { $line }: „{ $text }“ ist keine Lizenz dieses Produkts; die Zeile bleibt weg.
not-rows = das ist weder ein Szenario noch ein Link, noch sind es Zeilen mit Namen und Anzahlen
not-rows-remedy = wählen Sie eine Datei, die Seatwise gespeichert hat, oder kopieren Sie Zellen mit Name und Zahl aus einer Tabelle
