## Was die Beispiele zeigen, in einer Zeile.

example-field-service = { NUMBER($customers) } Kunden in einem Portal, { NUMBER($technicians) } Techniker, Serviceleiter und Geschäftsleitung: ein Connector und drei Arten von CALs
example-call-centre = 150 Agenten in drei Schichten teilen sich 50 PCs, 20 im Vertrieb haben je drei Geräte: Nutzer oder Geräte?
example-mixed-office = Ein Büro mit Auftragnehmern, Händlern, einem Lager mit gemeinsamen Terminals und bereits vorhandenen Lizenzen
example-windows-partners = 100 Partner auf einem Dateiserver: CALs oder ein External Connector? Die Wendepunkte zeigen es
