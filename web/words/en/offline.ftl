## Visits without a network, and new versions of the page.

# A new version of the page has arrived while it stands.
notice-new-version = A new version of Seatwise is here. Your work stays as it is when you reload.
# Opens the new version.
reload = Reload
