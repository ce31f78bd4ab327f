feed = Feed of { $title } in { $format }
previous = Newer
next = Older
not-found-title = Not found
