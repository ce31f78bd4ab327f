feed = Feed
previous = Newer
next = Older
not-found-title = Not found
nexxt = Older still
