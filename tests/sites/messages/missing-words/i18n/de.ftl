feed = Feed
previous = Neuere
not-found-title = Nicht gefunden
