## Visits without a network, and new versions of the page.

# A new version of the page has arrived while it stands.
notice-new-version = A new version of Seatwise is here. Your work stays as it is when you reload.
# Opens the new version.
reload = Reload
# The later module did not arrive, after several tries.
notice-no-later = A part of the page could not be loaded: cards below the licences and dialogs are missing. Reload once the connection works; your work is kept.
# Something was asked for that is still on its way.
part-is-coming = This part of the page is still being loaded.
