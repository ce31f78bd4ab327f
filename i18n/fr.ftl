### Mots de l’interface, en français.
### What stands in braces, such as { $n }, is filled in: keep it as it is.

## The frame of every page.

# First link of the page, for keyboards and screen readers.
skip = Aller au contenu
# Opens the list of sections on a phone; also names it for screen readers.
menu = Menu
# Names the list of languages for screen readers.
languages = Langues
# Names the path from the home page, for screen readers.
breadcrumb = Fil d’Ariane
# Button and name of the search field.
search = Chercher
search-label = Chercher sur le site
# Names the links at the foot of the page, for screen readers.
more = En savoir plus
feed = Flux Atom
# After a language in which this page does not exist: the link leads to its home page.
untranslated = pas encore traduit

## Pages and lists.

updated = Mis à jour le { $date }
# $n: reading time, a whole number.
minutes = { $n ->
        [one] { $n } minute de lecture
       *[other] { $n } minutes de lecture
    }
tags = Thèmes
# $n: how many pages a topic has.
pages-count = { $n ->
        [one] { $n } page
       *[other] { $n } pages
    }
# For screen readers.
pagination = Pages de la liste
page-of = Page { $n } sur { $total }
previous = Page précédente
next = Page suivante
# Before the title of the page published just after this one.
newer = Plus récent
# Before the title of the page published just before this one.
older = Plus ancien
# Before the title of the page just above this one in a list that is not of news.
before = Avant
after = Ensuite
# For screen readers.
neighbours = Pages voisines
# Heading above pages that share topics with this one.
related = Sur les mêmes thèmes
# Before links that send the address of the page to somebody.
share = Partager
share-mail = Courriel
# $date: the day on which the page came. $n: how often it was changed since.
history = En ligne depuis le { $date } ; { $n ->
        [0] sans changement depuis
        [one] modifiée { $n } fois
       *[other] modifiée { $n } fois
    }.
# Link to the place where every change is kept.
history-all = Tout l’historique
# Opens the list of the headings of a long page.
contents = Sur cette page
nothing = Rien ici pour l’instant.
# Names the links that show a part of a list, for screen readers.
facets = Filtrer la liste
# Leads back to the whole list.
facets-all = Tout
# Title of a part of a list. $section: the list, such as Members; $value: a country, a level.
facet-title = { $section } : { $value }

## The home page.

latest-news = Dernières nouvelles
next-events = Prochains rendez-vous
# Names the drawing of islands on the home page.
chart = Carte des plateformes
all-events = Tout l’agenda
all-news = Toutes les actualités

## Events, courses, members.

# In the date block of an event. $n: 1 to 12.
month-short = { $n ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juill.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
# Heading in the agenda. $n: 1 to 12.
month = { $n ->
        [1] Janvier
        [2] Février
        [3] Mars
        [4] Avril
        [5] Mai
        [6] Juin
        [7] Juillet
        [8] Août
        [9] Septembre
        [10] Octobre
        [11] Novembre
       *[12] Décembre
    } { $year }
# $from and $to are dates already said in this language.
from-to = du { $from } au { $to }
# $n: a size in thousands of bytes.
file-size = { $n } ko
# $place: a city, as time zones are named.
time-in = heure de { $place }
past-events = Rendez-vous passés
# Names the links to the months of the agenda, for screen readers.
months = Mois
# Link to a file for calendars.
calendar = Ajouter à un calendrier

## What the fields of types are called: field-<name>; and their values: value-<value>.

field-when = Quand
field-place = Où
field-attendance = Participation
field-online = En ligne
field-organiser = Organisation
field-series = Série
field-registration = Inscription
field-cost = Prix
field-kind = Nature
field-closes = Clôture
field-author = Par
field-source = Première publication
field-file = Télécharger
field-authors = Rédaction
field-publisher = Édition
field-licence = Licence
field-pages = Longueur
field-code = Code
field-duration = Durée
field-hours = Travail en tout
field-level = Niveau
field-before = Préalable
field-mode = Forme
field-outcome = À la fin
field-audience = Pour
field-age = À partir de
field-provider = Donné par
field-teachers = Intervenants
field-sessions = Séances
course-survey = Vous avez suivi ce cours ? Dites ce que vous en pensez
field-acronym = Sigle
field-city = Lieu
field-country = Pays
field-since = Membre depuis
field-associations = Associations
field-tongues = Langues
field-website = Site
field-email = Courriel
field-role = Fonction
field-organisation = Organisation
field-number = Numéro
field-sent = Envoyée le
field-image = Image
field-logo = Logo
value-on-site = Sur place
value-mixed = Sur place et à distance
value-online = À distance
value-news = Actualité
value-press = Communiqué
value-call = Appel
value-opportunity = Offre
value-report = Rapport
value-guide = Guide
value-minutes = Compte rendu
value-template = Modèle
value-charter = Charte
value-beginner = Débutant
value-intermediate = Intermédiaire
value-advanced = Confirmé
value-true = Oui
value-false = Non

## What the types of pages are called: type-<name>.

type-page = Page
type-news = Actualité
type-event = Rendez-vous
type-document = Document
type-course = Formation
type-organisation = Organisation
type-person = Personne
type-newsletter-issue = Lettre

## Numbers with their unit: unit-<unit>. $n: how many.

unit-hours = { $n ->
        [one] { $n } heure
       *[other] { $n } heures
    }
unit-pages = { $n ->
        [one] { $n } page
       *[other] { $n } pages
    }
unit-years = { $n ->
        [one] { $n } an
       *[other] { $n } ans
    }

## The page shown where there is no page.

not-found-title = Page introuvable
not-found-text = Il n’y a rien à cette adresse. La page a peut-être changé de place, ou l’adresse contient une erreur.
back-home = Revenir à l’accueil
# First step of the breadcrumb.
home = Accueil

## Inside a text.

# Titles of passages that should not be missed.
callout-note = Note
callout-tip = Conseil
callout-important = Important
callout-warning = Attention
callout-caution = Prudence
# A link from a film or a recording to its words.
transcript = Transcription
# For screen readers: the link to a note, and the way back. $n: its number.
footnote = Note { $n }
footnote-back = Retour au texte, note { $n }

## What the functions say: search, forms and errors. { $n } and the like are filled in as they are, without plural forms.

functions-home = Revenir à l’accueil
functions-search-title = Recherche
functions-search-label = Mots à chercher
functions-search-submit = Chercher
functions-search-empty = Écrivez un ou plusieurs mots pour chercher dans tout le site.
# $query is what the visitor typed.
functions-search-none = Aucune page trouvée pour « { $query } ». Essayez moins de mots, ou d’autres mots.
functions-search-count = Résultats : { $n }
functions-search-mended = Aucune page ne contient « { $typed } » : voici celles qui contiennent « { $found } ».
functions-search-more = Résultats suivants
functions-search-previous = Résultats précédents
functions-search-narrow = Affiner les résultats
functions-search-type = Type de page
functions-search-section = Rubrique
functions-search-order = Ordre
functions-search-best = Les plus pertinents d’abord
functions-search-newest = Les plus récents d’abord
functions-search-elsewhere = Dans une autre langue : { $language }
functions-form-send = Envoyer
functions-form-next = Continuer
functions-form-back = Revenir
functions-form-step = Étape { $n } sur { $count } : { $title }
functions-form-kept = Ce que vous envoyez est effacé ici après { $days } jours.
# After the label of a field.
functions-form-required = obligatoire
functions-form-trap = Laissez ce champ vide
functions-form-choose = Choisissez une réponse
functions-form-errors = Certaines réponses sont à revoir
# $title is the form's title.
functions-form-errors-title = Vérifiez vos réponses : { $title }
# $label is a field's label, $message what is wrong with it.
functions-form-error-item = { $label } : { $message }
functions-form-asked-if = Seulement si vous répondez « { $answer } » à « { $label } ».
functions-form-asked-if-any = Seulement si vous répondez à ceci : { $label }
functions-form-needed-if = Nécessaire si vous répondez « { $answer } » à « { $label } ».
functions-form-needed-if-any = Nécessaire si vous répondez à ceci : { $label }
functions-form-nps-low = Pas du tout probable
functions-form-nps-high = Très probable
functions-form-early = Ce formulaire n’est pas encore ouvert. Revenez plus tard.
functions-form-closed = Ce formulaire est fermé : on ne prend plus de réponses.
functions-form-full = Toutes les places sont prises. Vos réponses n’ont pas été gardées.
functions-form-once = Vous avez déjà répondu : chaque personne répond une fois. Vos premières réponses sont gardées, celles-ci ne le sont pas.
functions-quiz-title = Votre résultat : { $title }
functions-quiz-of = Points : { $n } sur { $most }
functions-quiz-points = Résultat
functions-quiz-passed = Réussi : il fallait au moins { $n } %.
functions-quiz-failed = Pas encore réussi : il faut au moins { $n } %.
functions-quiz-right = ✓ Juste
functions-quiz-wrong = ✕ À revoir
functions-quiz-given = Votre réponse
functions-quiz-empty = Pas de réponse
functions-quiz-expected = La bonne réponse
functions-quiz-certificate = Votre attestation, avec le code qui permet à tout le monde de la vérifier :
functions-quiz-next = Continuer
functions-quiz-gone = Il n’y a pas de tel résultat ici, ou il n’est plus gardé.
functions-quiz-gone-title = Pas de résultat
functions-certificate = Attestation
functions-certificate-true = Cette attestation est authentique : elle a été donnée par ce site.
functions-certificate-none = Aucune attestation de ce code n’est gardée ici. Vérifiez chaque lettre et chaque chiffre.
functions-certificate-name = Donnée à
functions-certificate-of = Pour
functions-certificate-day = Jour
functions-certificate-code = Code de l’attestation
functions-certificate-check = Vérifier
functions-results-title = { $title } : résultats
functions-results-answers = Réponses : { $n }
functions-results-written = Ont répondu avec leurs mots : { $n }
functions-results-mean = Moyenne : { $n }
functions-results-score = Conseilleraient, moins ceux qui ne conseilleraient pas : { $n }
functions-results-answer = Réponse
functions-results-count = Nombre
functions-results-share = Part
functions-check-changed = Ce formulaire a changé depuis que vous avez ouvert la page. Vérifiez vos réponses et envoyez-le de nouveau.
functions-check-required = Répondez à cette question.
# $max is a number.
functions-check-too-long = Écrivez { $max } caractères au plus.
# $min is a number.
functions-check-too-short = Écrivez { $min } caractères au moins.
functions-check-characters = Enlevez les caractères de contrôle invisibles.
functions-check-choice = Choisissez parmi les réponses proposées.
functions-check-too-few = Nombre minimal de réponses à choisir : { $min }.
functions-check-too-many = Nombre maximal de réponses à choisir : { $max }.
functions-check-consent = Cochez cette case pour continuer.
functions-check-number = Écrivez un nombre, en chiffres seulement.
functions-check-number-min = Écrivez un nombre qui ne soit pas inférieur à { $min }.
functions-check-number-max = Écrivez un nombre qui ne dépasse pas { $max }.
functions-check-url = Écrivez une adresse web qui commence par https:// ou http://.
functions-check-date = Écrivez une date sous la forme année-mois-jour, comme 2026-03-31.
functions-check-time = Écrivez une heure sous la forme heures:minutes, comme 14:30.
functions-check-phone = Écrivez un numéro de téléphone en chiffres, comme +216 71 123 456.
functions-check-pattern = Ce n’est pas écrit de la manière demandée.
functions-check-different = Ce n’est pas la même chose que la première fois.
functions-check-lines = Choisissez une réponse à chaque ligne.
functions-check-ranks = Donnez chaque place une fois : 1 au premier, 2 au suivant, et ainsi de suite jusqu’au dernier.
functions-check-code = Aucune séance ouverte en ce moment n’a ce code. Regardez-le encore une fois.
functions-check-repeated = Donnez une seule réponse ici.
functions-check-trap = Laissez ce champ vide : il sert à arrêter les robots.

# What is wrong with an e-mail address. $reason is one of these sentences, $character a character, $address an address.
functions-address-empty = Écrivez une adresse électronique.
functions-address-too-long = Elle est trop longue : une adresse a { $max } octets au plus.
functions-address-no-at = Il manque le signe @ : une adresse ressemble à nom@exemple.org.
functions-address-display-name = Écrivez l’adresse seule, sans nom ni crochets autour.
functions-address-several = Écrivez une seule adresse.
functions-address-dots = Un point se trouve au début, à la fin, ou à côté d’un autre point.
functions-address-quotes = Les guillemets ne sont pas acceptés ici.
functions-address-space = Il y a une espace.
functions-address-character = Ce caractère ne peut pas s’y trouver : { $character }.
functions-address-invisible = Il y a un caractère invisible : { $character }. Tapez l’adresse au lieu de la coller.
functions-address-unassigned = Ce caractère n’a pas de sens pour les autres ordinateurs : { $character }.
functions-address-mark = Ce signe n’a pas de lettre devant lui : { $character }.
functions-address-one-label = Il manque la fin, comme .org ou .fr.
functions-address-ending = Son dernier nom n’a que des lettres, comme .org ou .fr.
functions-address-literal = Écrivez le nom du serveur, et non son numéro entre crochets.
functions-address-hyphen = Un trait d’union se trouve au début, à la fin, ou est doublé.
functions-address-long-label = L’un des noms, entre deux points, est trop long.
functions-address-direction = Des lettres vont dans les deux sens à l’intérieur d’un même nom, ou ne vont pas ensemble.
functions-address-label = Un nom qui commence par xn-- ne correspond à rien : écrivez-le dans ses propres lettres.
functions-address-local = Avant le @ : { $reason }
functions-address-domain = Après le @ : { $reason }
functions-address-mend = { $reason } Vouliez-vous écrire { $address } ?
# The newsletter. $address is an address of mail, $title the name of the newsletter, $days a number.
functions-newsletter-address = Votre adresse électronique
functions-newsletter-languages = En quelles langues ?
functions-newsletter-languages-none = Sans choix de votre part, les lettres viennent dans la langue de cette page.
functions-newsletter-topics = À quel sujet ?
functions-newsletter-topics-none = Sans choix de votre part, vous recevez tout.
functions-newsletter-submit = S’inscrire
functions-newsletter-sent-title = Regardez dans votre boîte aux lettres
functions-newsletter-sent = Un courriel part vers l’adresse que vous avez donnée. Ouvrez le lien qu’il contient et appuyez sur le bouton : c’est alors seulement que vous êtes inscrit. Si rien n’arrive dans l’heure, regardez parmi les indésirables, ou réessayez demain.
functions-newsletter-kept-title = Votre adresse est gardée, mais nos courriels ne peuvent pas encore l’atteindre
functions-newsletter-kept = Ce qui précède le @ dans votre adresse n’est pas en lettres latines simples, et le serveur de courrier de ce site ne sait pas encore l’acheminer. Votre adresse est gardée telle que vous l’avez écrite, et vous n’êtes pas inscrit. Si vous avez une autre adresse, vous pouvez l’inscrire dès maintenant.
functions-newsletter-busy-title = Trop d’inscriptions à la fois
functions-newsletter-busy = Tant de personnes s’inscrivent que plus personne d’autre ne le peut pour l’instant. Rien n’a été gardé. Réessayez dans une heure.
functions-newsletter-confirm-title = Confirmer votre inscription
functions-newsletter-confirm = Appuyez sur le bouton, et les lettres vous parviendront désormais.
functions-newsletter-confirm-submit = Oui, écrivez-moi
functions-newsletter-welcome-title = Vous êtes inscrit
functions-newsletter-welcome = Vous pouvez changer ce que vous recevez, faire une pause ou partir quand vous voulez.
functions-newsletter-preferences-title = Votre abonnement
functions-newsletter-preferences = Les lettres vont à { $address }.
functions-newsletter-paused = Elles sont en pause : rien ne part avant que vous ne repreniez.
functions-newsletter-left-state = Vous êtes parti : rien n’est envoyé.
functions-newsletter-save = Enregistrer
functions-newsletter-saved = Vos choix sont enregistrés.
functions-newsletter-pause = Faire une pause
functions-newsletter-resume = Reprendre
functions-newsletter-leave = Partir
functions-newsletter-export = Tout ce qui est su de vous, dans un fichier
functions-newsletter-erase = Effacer tout ce qui est su de moi
functions-newsletter-leave-title = Partir
functions-newsletter-leave-text = Appuyez sur le bouton, et plus rien ne sera envoyé à votre adresse.
functions-newsletter-left-title = Plus rien ne vous est envoyé
functions-newsletter-left = Votre adresse ne reçoit plus aucune lettre. Si c’était une erreur, inscrivez-vous de nouveau.
functions-newsletter-erased-title = Tout est effacé
functions-newsletter-erased = Rien de ce qui vous nomme n’est gardé. Il reste un nombre tiré de votre adresse, pour qu’aucune liste ne la ramène contre votre gré.
functions-newsletter-expired-title = Ce lien n’est plus valable
functions-newsletter-expired = Il est trop ancien, ou n’a pas été copié en entier. Inscrivez-vous de nouveau pour en recevoir un autre.
functions-newsletter-letter-subject = Confirmez votre inscription : { $title }
functions-newsletter-letter-text = Quelqu’un, sans doute vous, a demandé que « { $title } » soit envoyée à cette adresse. Ouvrez cette page et appuyez sur le bouton pour confirmer :
functions-newsletter-letter-button = Confirmer
functions-newsletter-letter-until = La page peut être ouverte pendant { $days } jours. Si ce n’était pas vous, ne faites rien : aucun autre courriel ne suivra.
functions-newsletter-letter-refuse = Ne plus jamais me le demander :
functions-personal-title = Vos données
functions-personal-ask = Qu’avez-vous envoyé par les formulaires de ce site ? Tapez l’adresse que vous aviez donnée : un courriel vous apporte un lien pour le voir, l’emporter ou l’effacer.
functions-personal-submit = M’envoyer le lien
functions-personal-sent-title = Regardez dans votre boîte aux lettres
functions-personal-sent = Un courriel part vers l’adresse que vous avez tapée. Son lien vaut un jour. Si rien n’arrive dans l’heure, regardez parmi les indésirables, ou réessayez demain.
functions-personal-none = Rien de ce qui a été envoyé avec cette adresse n’est conservé ici.
functions-personal-file = L’emporter, en un fichier pour programmes
functions-personal-erase-why = Ce que vous effacez disparaît aussitôt, d’ici et de ce qui restait à transmettre. Les courriels déjà partis vers l’équipe sont chez elle : demandez-lui.
functions-personal-erase = Tout effacer pour toujours
functions-personal-erased-title = C’est effacé
functions-personal-erased = Ce que vous aviez envoyé n’est plus ici, et votre lien n’ouvre plus rien.
functions-personal-expired-title = Ce lien n’est plus valable
functions-personal-expired = Il est trop ancien, a déjà servi, ou n’a pas été copié en entier. Demandez-en un autre.
functions-personal-letter-subject = Vos données sur { $site }
functions-personal-letter-text = Quelqu’un, sans doute vous, a demandé ce qui a été envoyé avec cette adresse sur { $site }. Cette page le montre, et l’efface si vous voulez :
functions-personal-letter-button = Voir mes données
functions-personal-letter-until = La page peut être ouverte pendant un jour. Si ce n’était pas vous, ne faites rien : personne d’autre ne peut l’ouvrir.

functions-not-found-title = Page introuvable
functions-not-found = Il n’y a rien à cette adresse. La page a peut-être changé de place, ou le lien est erroné.
functions-bad-request-title = Cette demande n’a pas pu être lue
functions-bad-request = Ce que votre navigateur a envoyé est abîmé. Revenez en arrière, rechargez la page et recommencez.
functions-method-title = Cette adresse ne s’utilise pas ainsi
functions-method = On ne peut pas interroger cette adresse de cette façon. Revenez en arrière et recommencez depuis la page.
functions-forbidden-title = Envoi venu d’un autre site
functions-forbidden = Pour votre sécurité, ce formulaire n’est accepté que depuis ce site. Ouvrez sa page ici et recommencez.
functions-too-large-title = Trop de texte
functions-too-large = Ce que vous avez envoyé est trop long pour être accepté. Revenez en arrière, raccourcissez-le et renvoyez-le.
functions-media-type-title = Ce type d’envoi n’est pas accepté
functions-media-type = Les formulaires ne sont acceptés que tels que les navigateurs les envoient. Ouvrez la page du formulaire et recommencez.
functions-too-often-title = Un instant, s’il vous plaît
functions-too-often = Beaucoup d’envois sont partis de votre connexion dans cette minute. Renvoyez le vôtre dans une minute.
functions-unavailable-title = Indisponible pour le moment
functions-unavailable = Votre demande n’a pas pu être traitée, et rien n’a été conservé. Réessayez dans quelques minutes.
