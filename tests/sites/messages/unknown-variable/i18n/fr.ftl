feed = Flux de { $titl } et { $langue }
previous = Plus récents
next = Plus anciens que { $nombre }
not-found-title = Introuvable
