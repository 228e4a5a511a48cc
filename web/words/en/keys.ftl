## The keys, and the commands that are found by typing.

# The list of keys, and its heading.
shortcuts = Keyboard
# The key that opens it, in the list of helps.
shortcuts-key = Opened by ?
# The list of commands, and its heading.
commands = Commands
# The key that opens it, in the list of helps.
commands-key = Opened by /
# What the glossary is, in the list of helps.
glossary-short = What the words mean
# Heading of the keys that work everywhere.
keys-everywhere = Everywhere
# Heading of the keys of rows.
keys-in-rows = In rows of groups and licences
# Heading of the keys of lists.
keys-in-lists = In lists that a word opens
# What a key does: the list of keys.
key-shortcuts = This list
# What a key does: the list of commands.
key-commands = Commands: what can be done here, found by typing
# What keys do: undo.
key-undo = Undo
# What keys do: redo.
key-redo = Redo
# What a key does: closing.
key-close = Closes a list, an explanation or a dialog
# What keys do: the next row.
key-next-row = The same field of the next row
# What keys do: the row above or below.
key-rows = The same field of the row above or below
# What keys do: moving a row.
key-move = Moves the row up or down
# What keys do: pasting rows.
key-paste = Takes rows of a spreadsheet in
# What keys do: the entries of a list.
key-entries = The entry above or below
# What keys do: the ends of a list.
key-ends = The first or the last entry
# What keys do: letters.
key-letters = The next entry that begins so
# The name of keys: the arrows up and down.
arrows = ↑ ↓
# The name of keys: letters.
letters = Letters
# Whether single keys open something.
single-keys = ? and / open these lists
# What that is for.
single-keys-about = Switch them off if you dictate: software that types what it hears would press them.
# The field in which a command is looked for.
find-command = What do you want to do?
# Where no command fits.
no-command = No such command.
# A command: an example.
open-example = Open the example: { $title }
# A command: another rulebook.
use-rulebook = Rules: { $name }
# A command: a part of the page.
go-to = Go to: { $name }
# A command: something to take along.
export-as = Export: { $name }
# A command: a scenario of one's own.
new-scenario = New: choose a product
# The keys that undo.
keys-undo = Ctrl + Z or ⌘ Z
# The keys that redo.
keys-redo = Ctrl + Y or ⇧ ⌘ Z
# The key that closes.
keys-close = Esc
# The key that goes on.
keys-enter = Enter
# The keys that move a row.
keys-move = Alt + ↑ ↓
# The keys that paste.
keys-paste = Ctrl + V or ⌘ V
# The keys of the ends.
keys-ends = Home, End
