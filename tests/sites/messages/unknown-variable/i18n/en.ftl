feed = Feed of { $title } in { $format }
previous = Newer
next = Older than { $n }
not-found-title = Not found
