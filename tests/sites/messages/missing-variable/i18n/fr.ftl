feed = Flux
previous = Plus récents
next = Plus anciens
not-found-title = Introuvable
