## Die Nutzeranalyse: Exporte von Nutzern, nach Dienstplänen und Rollen gezählt.

users-heading = Nutzeranalyse
users-intro = Zählt die Nutzer eines Exports nach Dienstplänen und Sicherheitsrollen: wer eine volle Lizenz braucht, wer eine Team-Members-Lizenz, wer keine, und warum. Die Dateien werden auf diesem Gerät gelesen; nichts wird hochgeladen.
users-open = Nutzer analysieren
users-close = Nutzeranalyse schließen
users-files = Exporte von Nutzern, Rollen, Plänen oder vorhandenen Produkten
users-files-about = CSV, TSV, JSON oder NDJSON: Nutzer aus Microsoft Graph, Exporte des Microsoft 365 Admin Centers, aus Entra, aus der Power Platform und der Nutzertabelle von Dataverse, oder eine eigene Liste von Nutzern, Rollen und Plänen. Zwei Dateien werden über den Nutzer verbunden. Sie können sie hierher ziehen.
users-looking = Die Dateien werden angesehen.
users-no-worker = Die Nutzeranalyse startet in dieser Kopie der Seite nicht: Sie braucht einen Worker, den der Browser oder der Rahmen nicht erlaubt, oder ihre Dateien fehlen.
users-stopped = Die Nutzeranalyse ist stehen geblieben. Wählen Sie die Dateien noch einmal.
users-unreadable-file = Der Browser liest „{ $file }“ nicht bis zum Ende: Die Datei wurde inzwischen geändert oder verschoben. Wählen Sie sie noch einmal.
users-taken-for = { $file }: { $shape }
users-of-no-use = Diese Datei nennt keine Nutzer, oder sie nennt weder deren Pläne noch Produkte noch Rollen. Wählen Sie unten, welche Spalte den Nutzer nennt und welche die Pläne, Produkte oder Rollen.
users-shape-graph = Nutzer aus Microsoft Graph
users-shape-admin-centre = Microsoft 365 Admin Center, exportierte Nutzer
users-shape-entra = Microsoft Entra, heruntergeladene Nutzer (ohne Lizenzen)
users-shape-consumption = Power Platform Admin Center, Lizenzverbrauch
users-shape-system-users = Nutzertabelle von Dataverse
users-shape-roles = Nutzer und ihre Rollen
users-shape-privileges = Rollen und was sie dürfen
users-shape-owned = Produkte und wie viele vorhanden sind
users-shape-simple = Nutzer mit Plänen oder Produkten
users-shape-unknown = kein bekannter Export
users-column = Spalte
users-example = Beispiel
users-meaning = Verstanden als
users-meaning-of = { $column } in { $file } wird verstanden als
users-means-nothing = nicht verwendet
users-means-user = Anmeldename des Nutzers
users-means-object-id = Kennung des Nutzers in Entra
users-means-name = Anzeigename des Nutzers
users-means-plans = Dienstpläne
users-means-products = Produkte (Lizenzen)
users-means-disabled-plans = aus der Lizenz herausgenommene Pläne
users-means-roles = Sicherheitsrollen
users-means-writes = Tabellen, in die die Rollen schreiben
users-means-mode = Zugriffsmodus
users-means-application = Kennung einer Anwendung
users-means-enabled = ob das Konto aktiv ist
users-means-blocked = ob das Konto gesperrt ist
users-means-since = seit wann die Lizenz zugewiesen ist
users-means-quantity = wie viele vorhanden sind
users-means-table = Tabelle eines Rechts
users-means-privilege = Recht
users-count = Nutzer zählen
users-other-files = Andere Dateien
users-progress = { $users } Nutzer, { $rate } je Sekunde
users-left = { $seconds ->
    [one] noch 1 Sekunde
   *[other] noch { $seconds } Sekunden
}
users-cancel = Abbrechen
users-counted = { $users ->
    [one] 1 Nutzer, gezählt in { $seconds } s
   *[other] { $users } Nutzer, gezählt in { $seconds } s
}
users-only-roles = { $users } davon stehen nur in der Datei der Rollen.
users-columns = Spalten
users-again = Noch einmal zählen
users-full = Volle Lizenz
users-team-member = Team-Members-Lizenz
users-none = Keine Lizenz
users-unlicensed = Braucht eine Lizenz und hat keine
users-unknown = Noch nicht bekannt
users-show = Die { $users } Nutzer zeigen: { $what }
users-not-said = In den Dateien fehlt oder ist nicht lesbar, mit der Zahl der Nutzer: { $what }
users-not-said-of = { $what } ({ $users })
users-not-said-plan = ein Plan
users-not-said-status = der Zustand von Plänen
users-not-said-roles = Rollen
users-not-said-mode = der Zugriffsmodus
users-not-said-account = ob das Konto aktiv ist
users-limit = { $says }: { $users } Nutzer, und die Grenze ist { $limit } je Umgebung.
users-differences = Wo die beiden Zählungen voneinander abweichen
users-difference-users = Nutzer
users-no-differences = Die beiden Zählungen stimmen bei jedem Nutzer überein.
users-roles = Rollen
users-roles-about = Ein Export nennt Rollen und sagt selten, was sie dürfen. Eine Rolle gilt als schreibend, bis Sie etwas anderes wählen oder eine Datei mit Rollen, Tabellen und Rechten hinzufügen, die es angibt.
users-role = Rolle
users-role-users = Nutzer
users-role-counts = Gilt als
users-role-of = { $role } gilt als
users-role-none = keine Rolle
users-role-read-only = nur lesend
users-role-admin-only = nur Administrator
users-role-power-app = Rolle einer Power App
users-role-ordinary = schreibend
users-owned = Vorhanden und benötigt
users-owned-licence = Lizenz
users-owned-owned = Vorhanden
users-owned-held = Zugewiesen
users-owned-needed = Genutzt
users-owned-surplus = Überschuss
users-owned-gap = Fehlbestand
users-owned-about = Zugewiesen: Nutzer, die sie haben. Genutzt: diejenigen davon, die sich anmelden können und eine Rolle haben.
users-owned-unknown = Nicht bekannt und nicht gezählt: { $products }.
users-not-read = { $count ->
    [one] 1 Datensatz war nicht lesbar
   *[other] { $count } Datensätze waren nicht lesbar
}
users-line = Zeile
users-why = Warum
users-in-part = Was bei gezählten Nutzern nicht lesbar war
users-in-part-what = Was
users-first-line = Erste Zeile
users-problem-cells = Die Zeile hat { $found } Zellen, die Kopfzeile aber { $wanted }.
users-problem-open-quote = Ein Anführungszeichen wird geöffnet und nicht geschlossen.
users-problem-json = Das ist kein JSON: { $error }.
users-problem-cut = Die Datei endet mitten in diesem Datensatz.
users-problem-too-long = Der Datensatz ist länger als jeder echte.
users-problem-nobody = Niemand wird genannt.
users-problem-plan = „{ $text }“ ist weder Name noch GUID eines Dienstplans.
users-problem-product = „{ $text }“ ist kein Produkt aus Microsofts Tabelle.
users-problem-ambiguous = Mehrere Produkte mit verschiedenen Plänen heißen „{ $text }“.
users-problem-status = „{ $text }“ ist kein Zustand eines Plans.
users-problem-mode = „{ $text }“ ist kein Zugriffsmodus.
users-problem-account = „{ $text }“ sagt nicht, ob das Konto aktiv ist.
users-problem-type-name = Das Skript hat den Namen eines Typs geschrieben, „{ $text }“, statt seines Inhalts.
users-problem-more-pages = Die Seite nennt eine nächste, die nicht in der Datei steht: Exportieren Sie alle Seiten.
users-problem-characters = Einige Zeichen waren nicht lesbar.
users-list = Nutzer
users-list-of = { $total ->
    [one] 1 Nutzer: { $what }
   *[other] { $total } Nutzer: { $what }
}
users-everybody = alle
users-search = In Namen suchen
users-user = Nutzer
users-name = Name
users-file = Datei
users-since = Seit
users-document = Dokument
users-plans = Lizenzen oder Pläne
users-list-loading = Die Dateien werden durchgegangen.
users-close-list = Liste schließen
users-show-all = Alle Nutzer zeigen
users-save-list = Diese Liste als CSV speichern
users-save-register = Das Register als CSV speichern
users-save-unreadable = Diese als CSV speichern
users-saving = Die Datei wird geschrieben.
users-take-over = Als Personengruppen hinzufügen
users-take-over-about = Fügt der Organisation { $groups } Gruppen hinzu: { $what }. Rückgängig nimmt sie zurück.
users-group-full = Nutzer von { $licence }
users-group-unlicensed = Nutzer ohne Lizenz
users-citation = { $title }, { $section }
