feed = Flux
previous
next = Plus anciens
previous = Plus récents
not-found-title = Introuvable
