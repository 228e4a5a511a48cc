## Rows that were pasted or came in a file.

# The name of the preview.
rows = Rows from a table
# What becomes of the rows.
rows-about = This is how the rows were read. They are added to what is described; Undo takes them away again.
# There is Software Assurance.
yes = yes
# There is none.
no = no
# Adds groups.
add-groups = { $count ->
    [one] Add 1 group
   *[other] Add { NUMBER($count) } groups
}
# Adds rows of owned licences.
add-lots = { $count ->
    [one] Add 1 row
   *[other] Add { NUMBER($count) } rows
}
# Changes nothing.
cancel = Cancel
# A cell that is no count.
fault-count = Line { $line }: “{ $text }” is no whole number; the row is left out.
# A cell that names no relationship.
fault-relationship = Line { $line }: who “{ $text }” are is not known; they are taken for employees.
# A cell that names no licence.
fault-licence = Line { $line }: “{ $text }” is no licence of this product; the row is left out.
# Refusal of a text that is nothing that can be taken in.
not-rows = this is neither a scenario, nor a link, nor rows of names and counts
# Remedy for that.
not-rows-remedy = pick a file that Seatwise saved, or copy cells with a name and a number from a spreadsheet
