feed = Feed
previous = Newer
next = { olderr } { -brand }
not-found-title = Not found
older = Older
