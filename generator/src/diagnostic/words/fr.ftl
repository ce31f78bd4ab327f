# Ce que dit Colibri, en français.
#
# Un message pour chaque sorte de remarque, par son nom : ce qui ne va pas ; .because, pourquoi cela compte ; .mend, ce
# qu’il faut écrire à la place. Plus bas, les mots que plusieurs partagent, et ce que disent les commandes.

## Réglages, en-têtes et autres déclarations

broken-toml = Ceci n’est pas du TOML valide : { $reason }.
    .because = Colibri ne peut pas savoir ce qui était voulu : rien de cette partie ne peut servir.
    .mend = Écrivez un `clé = valeur` par ligne, les textes entre guillemets droits : title = "Ma page".
unknown-key =
    { $where ->
        [top] `{ $key }` n’est pas une clé connue.
       *[table] `{ $key }` n’est pas une clé de `{ $table }`.
    }
    .because = Une clé que personne ne lit est le plus souvent une faute de frappe, et sa valeur serait perdue.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Retirez-la, ou prenez l’une de celles-ci : { $known }.
    }
unknown-value = `{ $value }` n’est pas une valeur de `{ $key }`.
    .because = Les valeurs possibles sont : { $known }.
    .mend = Écrivez { $name } = "{ $near }".
wrong-kind = `{ $key }` attend { $expected } ; ceci est { $found }.
    .because = Colibri ne peut pas deviner ce qui était voulu.
    .mend = Écrivez { $expected }.
missing-key =
    { $case ->
        [part] `{ $key }` manque ici.
       *[file] `{ $key }` manque.
    }
    .because =
    { $key ->
        [base_url] Les flux, le plan du site et les liens entre langues ont besoin de l’adresse complète du site.
        [thanks] Qui envoie le formulaire doit voir qu’il est bien arrivé.
       *[other] Sans elle, cette partie ne veut rien dire.
    }
    .mend =
    { $key ->
        [base_url] Ajoutez une ligne base_url = "https://votre-site.org".
        [thanks] Ajoutez une ligne thanks = "contact/merci", avec le nom de la page qui remercie.
       *[other] Ajoutez une ligne { $key } = "...".
    }
bad-base-url = `{ $value }` n’est pas l’adresse d’un site.
    .because = Les flux, le plan du site et les liens entre langues sont faits à partir d’elle.
    .mend = Écrivez le protocole et le nom de domaine, par exemple "https://votre-site.org".
no-language = Aucune langue n’est déclarée.
    .because = Chaque page est écrite dans une langue, et se trouve dans le dossier qui porte le code de cette langue.
    .mend = Ajoutez une ligne [languages.fr] et, dessous, name = "Français".
unknown-language =
    { $case ->
        [folder] Le dossier `{ $code }` n’est pas une langue de ce site.
       *[other] `{ $code }` n’est pas une langue de ce site.
    }
    .because =
    { $case ->
        [reference] Les langues déclarées sont : { $known }.
        [folder] Les pages se trouvent dans un dossier qui porte le code de leur langue : { $known }.
       *[text] Personne ne lirait jamais ce texte.
    }
    .mend =
    { $case ->
        [reference] Écrivez reference = "{ $near }", ou ajoutez [languages.{ $code }].
        [folder]
            { $guess ->
                [some] Renommez le dossier en `{ $near }`, ou ajoutez [languages.{ $code }] à site.toml.
               *[none] Ajoutez [languages.{ $code }] à site.toml, ou sortez le dossier de content.
            }
       *[text]
            { $guess ->
                [some] { did-you-mean }
               *[none] Retirez-le, ou ajoutez [languages.{ $code }] à site.toml.
            }
    }
bad-language = `{ $code }` n’est pas un code de langue.
    .because = Les navigateurs et les lecteurs d’écran s’en servent pour choisir les lettres et la voix.
    .mend = Écrivez un code comme fr, pt-br ou ar.
wrong-number-of-names = `{ $key }` a { $found } noms.
    .because = Il y en a { $wanted }, et chacun a sa place.
    .mend = Écrivez les { $wanted }, chacun entre guillemets.
unclosed-front-matter = L’en-tête commence ici et ne finit jamais.
    .because = Colibri ne peut pas distinguer les réglages de la page de son texte.
    .mend = Ajoutez une ligne qui ne contient que +++ après le dernier réglage.
other-front-matter = Cet en-tête n’est pas en TOML.
    .because = Colibri lit les réglages écrits en TOML entre deux lignes de +++.
    .mend = Écrivez +++ au lieu de --- au-dessus et au-dessous, et chaque réglage sous la forme clé = "valeur".
unknown-taxonomy = `{ $name }` n’est pas une taxonomie de ce site.
    .because =
    { $case ->
        [empty] site.toml ne déclare aucune taxonomie.
       *[other] Les taxonomies que déclare site.toml sont : { $known }.
    }
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Ajoutez [[taxonomies]] avec name = "{ $name }" à site.toml, ou retirez ces termes.
    }
missing-title = Cette page n’a pas de titre.
    .because = C’est par son titre que les lecteurs, les moteurs de recherche et les lecteurs d’écran connaissent une page.
    .mend = Commencez le fichier par une ligne +++, une ligne title = "Votre titre" et une ligne +++.

## Fichiers

no-history =
    { $case ->
        [git] L’histoire des pages n’est pas connue : git ne peut pas être lancé sur cette machine.
        [shallow] L’histoire des pages n’est pas connue : cette copie du dépôt ne contient que ses derniers commits.
        [long] L’histoire des pages n’est pas connue : git a mis trop de temps, ou avait trop à dire.
       *[repository] L’histoire des pages n’est pas connue : ce dossier n’est dans aucun dépôt git qui ait des commits.
    }
    .because = Les pages sont faites sans les dates de leurs changements.
    .mend =
    { $case ->
        [git] Installez git, ou retirez [history] de site.toml.
        [shallow] Récupérez ce qui manque : git fetch --unshallow, ou fetch-depth: 0 dans un workflow.
       *[other] Faites le site dans son dépôt, ou retirez [history] de site.toml.
    }
unreadable =
    { $case ->
        [site] { $reason }
       *[file] Ce fichier ne peut pas être lu : { $reason }.
    }
    .because =
    { $case ->
        [site] Sans lui, le site ne peut pas être fait.
       *[file] Ce qu’il contient manquerait au site.
    }
    .mend =
    { $case ->
        [site] Remettez en place le dossier et son site.toml.
       *[file] Vérifiez que le fichier existe et que vous avez le droit de le lire, ou retirez-le.
    }
link-outside = Ce lien mène hors du dossier du site.
    .because = Seul le dossier du site peut être lu ; sans cela, une page pourrait publier n’importe quel fichier de la machine.
    .mend = Copiez le fichier dans le dossier du site au lieu de faire un lien vers lui.
link-loop = Ce lien ramène à un dossier qui le contient.
    .because = Le suivre ne finirait jamais.
    .mend = Retirez le lien, ou faites-le mener à un dossier qui ne le contient pas.
file-too-large = Ce fichier pèse { $size } Mo ; le maximum est de { $limit } Mo.
    .because = Avec une connexion lente, un visiteur attendrait des minutes, et les hébergeurs refusent de tels fichiers.
    .mend = Divisez-le, rendez-le plus léger, ou publiez-le ailleurs et faites un lien vers lui.
not-utf8 = À partir d’ici, le fichier n’est plus du texte en UTF-8.
    .because = Des lettres deviendraient d’autres lettres ou des points d’interrogation.
    .mend = Dans votre éditeur, enregistrez de nouveau le fichier avec l’encodage UTF-8.

## Pages et adresses

same-page = Cette page est la même que { $first }.
    .because = Les deux ont le nom que donne leur chemin ou translation_of : l’une cacherait l’autre.
    .mend = Renommez l’un des deux fichiers, ou retirez-le.
same-address =
    { $case ->
        [itself] Deux parties de ce fichier sont à la même adresse : { $path }.
       *[other] Ce fichier est à la même adresse que { $first } : { $path }.
    }
    .because = Un seul des deux pourrait être publié, et l’autre disparaîtrait sans un mot.
    .mend = Donnez à l’un d’eux un autre slug, un autre nom ou un autre alias.
bad-slug = `{ $value }` ne peut pas faire partie d’une adresse.
    .because = Un slug est une étape de l’adresse : des lettres, des chiffres, - et . à l’intérieur ; il ne peut pas sortir de sa rubrique.
    .mend = Écrivez un mot court, ou plusieurs reliés par -, comme "notre-reseau".
bad-alias = `{ $value }` ne peut pas être une ancienne adresse de ce site.
    .because = Un alias est un chemin dans le site : il ne peut pas en sortir, et aucune de ses parties ne commence par . ou _.
    .mend = Écrivez l’ancien chemin, par exemple "/ancien/actualites/".
no-home = La langue `{ $code }` n’a pas de première page.
    .because = Les visiteurs qui choisissent cette langue ne trouveraient rien.
    .mend = Créez le fichier content/{ $code }/_index.md, avec un titre, ou retirez [languages.{ $code }] de site.toml.
folder-without-index = Ce dossier a des pages mais pas de première page.
    .because = Aucune liste ne montre ses pages : les lecteurs risquent de ne jamais les trouver.
    .mend = Créez le fichier { $file }, avec un titre.
missing-translation =
    { $more ->
        [0] { $count } des { $total } pages de `{ $reference }` { $count ->
            [one] n’est pas traduite
           *[other] ne sont pas traduites
        } en `{ $code }` : { $pages }.
       *[other] { $count } des { $total } pages de `{ $reference }` ne sont pas traduites en `{ $code }` : { $pages } et { $more ->
            [one] une autre
           *[other] { $more } autres
        }.
    }
    .because = Les lecteurs de cette langue ne voient ces pages ni dans les listes ni dans les menus.
    .mend = Copiez content/{ $reference }/{ $first }.md vers content/{ $code }/{ $first }.md et traduisez-le, et ainsi de suite.
orphaned-translation =
    { $more ->
        [0] Rien en `{ $reference }` n’est la source de ces pages en `{ $code }` : { $pages }.
       *[other] Rien en `{ $reference }` n’est la source de ces pages en `{ $code }` : { $pages } et { $more ->
            [one] une autre
           *[other] { $more } autres
        }.
    }
    .because = Ce qu’elles traduisaient a peut-être été déplacé ou supprimé, et leurs lecteurs ne peuvent pas y changer de langue.
    .mend = Écrivez dans { $first }.md translation_of = "..." avec l’identifiant de sa source, supprimez la page, ou mettez optional = true pour sa rubrique dans site.toml.
stale-translation =
    { $count ->
        [one] { $source } a changé depuis cette traduction, à la ligne { $lines }.
       *[other] { $source } a changé depuis cette traduction, aux lignes { $lines }{ $more ->
            [0] .
           *[other] {" "}et { $more } de plus.
        }
    }
    .because = Les lecteurs de cette langue lisent ce qui n’est plus vrai.
    .mend = Traduisez ce qui a changé, puis lancez colibri i18n mark { $file }.
bad-mark = Cette page ne peut pas être une traduction depuis `{ $code }`.
    .because = Les autres langues de ce site sont : { $known }.
    .mend = Écrivez of = "{ $near }".
unknown-page = Il n’y a pas de page `{ $id }`.
    .because = Ce qui y mène ne mènerait nulle part.
    .mend = { right-page }
wrong-menu-entry =
    { $case ->
        [several] Cette entrée de menu mène à plusieurs endroits.
        [untitled] Cette entrée de menu n’a pas de texte.
        [address] `{ $value }` n’est pas une adresse.
        [deep] Ces entrées sont trop profondes dans un menu.
       *[nowhere] Cette entrée de menu ne mène nulle part et n’en contient pas d’autres.
    }
    .because =
    { $case ->
        [several] Colibri ne peut pas choisir à votre place.
        [untitled] Seule une page apporte son propre titre.
        [address] Un navigateur la prendrait pour une page de ce site, ou pourrait exécuter un programme.
        [deep] Un menu a { $value } niveaux au plus : plus bas, personne ne trouve rien.
       *[nowhere] Les lecteurs ne verraient rien.
    }
    .mend =
    { $case ->
        [several] Gardez l’un de page, path et url.
        [untitled] Ajoutez title = "...", ou un texte par langue : title = {"{"} en = "...", fr = "..." {"}"}.
        [address] Commencez-la par https://, mailto: ou tel:, ou par / si elle est sur ce site ; pour une page du site, écrivez page = "about".
        [deep] Remontez-les d’un niveau, ou laissez une page les présenter.
       *[nowhere] Ajoutez page = "about", path = "/assets/plan.pdf" ou url = "https://...", ou retirez l’entrée.
    }
unused-menu = Aucun gabarit ne montre le menu `{ $name }`.
    .because = Les lecteurs ne voient jamais ses entrées.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Prenez l’un de ceux-ci : { $known } ; ou demandez-le dans un gabarit par menu(name="{ $name }").
    }
unknown-template = Il n’y a pas de gabarit `{ $name }`.
    .because = La page ne peut pas être faite sans lui.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Retirez la ligne, ou faites d’abord le gabarit.
       *[none] Prenez l’un de ceux-ci : { $known }.
    }
unknown-form = Il n’y a pas de formulaire `{ $name }`.
    .because = La page ne peut pas être faite sans lui.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Retirez la ligne, ou faites d’abord le formulaire.
       *[none] Prenez l’un de ceux-ci : { $known }.
    }

## Types et champs

unknown-type = Il n’y a pas de type `{ $name }`.
    .because = Le type dit quels champs a une page, et comment elle est montrée.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Déclarez-le dans content/types/{ $name }.toml.
       *[none] Prenez l’un de ceux-ci : { $known } ; ou déclarez-le dans content/types/{ $name }.toml.
    }
unknown-field = `{ $name }` n’est pas un champ de `{ $type }`.
    .because = Un champ que personne ne lit est le plus souvent une faute de frappe, et sa valeur serait perdue.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Retirez-le, ou nommez le type de la page, par exemple type = "event".
       *[none] Retirez-le, ou prenez l’un de ceux-ci : { $known }.
    }
missing-field = Il manque le champ `{ $name }` : toute page du type `{ $type }` en a besoin.
    .because = Les lecteurs l’y cherchent, et les listes et les calendriers en sont faits.
    .mend = Sous une ligne [fields], entre les deux lignes de +++, écrivez { $name } = { $example }.
repeated-field = `{ $name }` est le même dans toutes les langues, et dit ici autre chose.
    .because = Il s’écrit une seule fois, dans { $file } ; ce qui est écrit ici ne sert pas.
    .mend = Retirez cette ligne, ou changez l’autre fichier.
out-of-range =
    { $case ->
        [min] `{ $name }` devrait être { $min } ou plus.
        [max] `{ $name }` devrait être { $max } ou moins.
       *[both] `{ $name }` devrait être entre { $min } et { $max }.
    }
    .because = La déclaration de ce champ fixe ces limites, et ce qui les dépasse est le plus souvent une faute de frappe.
    .mend = Corrigez le nombre, ou changez min et max dans le fichier du type.
ends-before-start = `{ $name }` finit avant de commencer.
    .because = Les calendriers le montreraient aux mauvais jours, ou pas du tout.
    .mend = Corrigez start ou end : l’année d’abord, puis le mois, puis le jour.
unknown-zone = `{ $zone }` n’est pas le nom d’un fuseau horaire.
    .because = C’est par lui que l’heure est donnée à ceux qui sont ailleurs.
    .mend = Écrivez un continent et une ville, comme "Africa/Dakar" ou "Europe/Paris".
missing-alt = L’image de `{ $name }` n’a pas de mots qui la remplacent.
    .because = Qui ne peut pas la voir, et qui l’attend sur une connexion lente, n’apprend rien.
    .mend = Écrivez { $name } = {"{"} src = "photo.jpg", alt = "Ce que montre l’image" {"}"}.
broken-picture =
    { $case ->
        [large] { $picture } compte { $found } millions de pixels ; le maximum est de { $limit } millions.
        [ending] { $picture } n’est pas au format que dit son nom : c’est une image au format { $found }.
        [drawing] { $picture } n’est pas un dessin SVG lisible.
       *[broken] { $picture } n’est pas une image entière : elle est tronquée, abîmée, ou n’est pas une image.
    }
    .because =
    { $case ->
        [large] Une image si grande pourrait épuiser la mémoire de la machine qui construit le site.
        [ending] Certains programmes et hébergeurs se fient au nom, et ne montreraient rien.
       *[other] Les lecteurs verraient un trou à sa place.
    }
    .mend =
    { $case ->
        [large] Réduisez-la : { $limit } millions de pixels, c’est plus que n’en montre aucun écran.
        [ending] Terminez son nom par .{ $found }, ou enregistrez-la de nouveau au format que dit son nom.
       *[other] Ouvrez-la dans un logiciel d’images, enregistrez-la de nouveau, et remplacez celle-ci.
    }
picture-without-words = Cette image n’a pas de mots qui la remplacent.
    .because = Qui ne peut pas la voir, et qui l’attend sur une connexion lente, n’apprend rien.
    .mend = Écrivez entre les crochets ce qu’elle montre, ou "decorative" après son fichier si elle ne fait que décorer : ![](trait.png "decorative").
wrong-widths = Une mise en page d’images demande de 1 à { $most } largeurs, dont aucune au-delà de { $widest } pixels.
    .because = Chaque largeur est un fichier de chaque image dans chaque format.
    .mend = Écrivez widths = [480, 960].
missing-file = Il n’y a pas de fichier { $file }.
    .because = Les lecteurs verraient un trou à sa place, ou un téléchargement qui échoue.
    .mend =
    { $guess ->
        [some] Vouliez-vous dire { $folder }/{ $near } ?
       *[none] Vérifiez l’orthographe, ou mettez-y le fichier.
    }
wrong-reference = `{ $name }` devrait nommer une page du type `{ $wanted }` ; `{ $id }` est du type `{ $type }`.
    .because = La page montrerait une chose là où les lecteurs en cherchent une autre.
    .mend = Nommez une page du type `{ $wanted }`, ou écrivez type = "{ $wanted }" dans cette page.
unknown-term = `{ $name }` n’est pas un terme de `{ $taxonomy }` dans cette langue.
    .because = Ce qui y mène ne mènerait nulle part.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Écrivez un terme que porte au moins une page.
    }
same-code = Le code `{ $code }` est déjà celui de { $first }.
    .because = Un code désigne une page et aucune autre, dans les catalogues et dans ce que les gens notent.
    .mend = Donnez un autre code à cette page, ou retirez la ligne : un code sera proposé.
missing-code = Cette page n’a pas de `{ $name }` ; `{ $code }` sert en attendant.
    .because = Un code qui n’est pas écrit change quand une page est ajoutée ou retirée avant elle.
    .mend =
    { $case ->
        [row] Écrivez { $code } dans la colonne `{ $name }` de cette ligne.
       *[page] Sous une ligne [fields], entre les deux lignes de +++, écrivez { $name } = "{ $code }".
    }
bad-rule = `{ $rule }` n’est pas une règle pour des codes.
    .because = Une règle est faite de lettres, de {"{"}section{"}"}, de {"{"}year{"}"} et, une seule fois, de {"{"}number:3{"}"} : un nombre à trois chiffres.
    .mend =
    { $guess ->
        [some] Vouliez-vous dire {"{"}{ $near }{"}"} ?
       *[none] Écrivez une règle comme "C-{"{"}number:3{"}"}".
    }

## Tableaux de données

wrong-cell = Dans la colonne `{ $key }`, `{ $value }` n’est pas { $expected }.
    .because = Les pages montreraient une valeur qui ne veut rien dire, ou rien du tout.
    .mend = Écrivez { $expected }, ou laissez la cellule vide.
missing-cell = Cette ligne n’a rien dans la colonne `{ $name }`.
    .because = Chaque ligne en a besoin : sa déclaration, ou ce que l’on fait des lignes, le veut.
    .mend = Remplissez la cellule, ou retirez la ligne.
uneven-row = Cette ligne a { $found } cellules ; la première ligne a { $wanted } intitulés.
    .because = À partir de la cellule qui manque ou qui est de trop, les valeurs seraient dans la mauvaise colonne.
    .mend = Laissez une cellule vide plutôt que de l’omettre, et mettez entre guillemets droits un texte qui contient ce qui sépare les cellules.
unclosed-quote = Ce guillemet n’est jamais fermé.
    .because = Tout ce qui suit, jusqu’à la fin du fichier, serait une seule cellule.
    .mend = Mettez un second " à la fin du texte ; un guillemet droit à l’intérieur s’écrit deux fois.
bad-heading =
    { $case ->
        [empty] Cette colonne n’a pas d’intitulé.
       *[repeated] Deux colonnes s’appellent `{ $name }`.
    }
    .because = Personne ne pourrait dire de quelle colonne on parle.
    .mend = Donnez à chaque colonne un intitulé à elle, dans la première ligne.
unknown-column = Il n’y a pas de colonne `{ $name }`.
    .because = Ses cellules seraient perdues : rien ne dit ce qu’elles sont.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Prenez l’une de celles-ci : { $known } ; ou déclarez-la sous [columns] dans le fichier qui finit par .table.toml.
    }
same-data = Deux fichiers de données s’appellent `{ $name }` ; l’autre est { $first }.
    .because = Personne ne pourrait dire duquel on parle.
    .mend = Donnez un autre nom à ce fichier, ou retirez l’un des deux.
data-too-large =
    { $case ->
        [columns] Ce tableau a plus de { $limit } colonnes.
       *[rows] Ce tableau a plus de { $limit } lignes.
    }
    .because = Chaque construction le lit en entier, ce que ne fait aucun lecteur.
    .mend = Partagez-le entre plusieurs fichiers.
broken-json =
    { $case ->
        [shape] Ce fichier n’est pas une liste de lignes ({ $reason }).
       *[syntax] Ce JSON ne peut pas être lu ({ $reason }).
    }
    .because = Rien de ce fichier ne peut servir.
    .mend = Écrivez les lignes ainsi : [{"{"} "nom": "un" {"}"}, {"{"} "nom": "deux" {"}"}], avec des guillemets droits autour des noms et des textes.

unknown-data = Il n’y a pas de tableau `{ $name }` dans le dossier data.
    .because = Les pages de cette section doivent être faites de ses lignes.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Créez data/{ $name }.csv : une première ligne d’intitulés, puis une ligne par page.
       *[none] Créez data/{ $name }.csv, ou nommez l’un de ceux-ci : { $known }.
    }
same-row = Cette ligne est celle de la même page que la ligne { $line } : `{ $name }`.
    .because = L’une des deux cacherait l’autre.
    .mend = Retirez l’une d’elles, ou écrivez autre chose dans la colonne qui donne l’adresse.

unknown-facet =
    { $guess ->
        [field] La liste de cette section ne se divise pas par `{ $name }` : son type ne le dit pas.
       *[other] Les pages de cette section n’ont pas de `{ $name }` qui divise leur liste.
    }
    .because = Les lecteurs chercheraient un choix qui n’existe pas.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [field] Ajoutez facet = true à ce champ dans le fichier du type, ou nommez l’un de ceux-ci : { $known }.
       *[none] Nommez l’un de ceux-ci : { $known }.
    }
too-many-values = `{ $name }` a plus de { $limit } valeurs dans cette section.
    .because = Ce n’est pas un choix pour un lecteur ; aucune page n’en est faite.
    .mend = Retirez-le de facets, ou nommez un champ qui divise la liste en moins de parties.

## Texte et liens

nested-too-deep =
    { $what ->
        [components] Ici, des composants sont imbriqués sur plus de { $depth } niveaux.
       *[quotes] Ici, des citations ou des listes sont imbriquées sur plus de { $depth } niveaux.
    }
    .because = Personne ne pourrait suivre, et les navigateurs de vieux téléphones s’arrêteraient.
    .mend =
    { $what ->
        [components] Finissez l’un des blocs au-dessus avant que celui-ci ne commence.
       *[quotes] Retirez quelques-uns des > ou des espaces au début de ces lignes.
    }
broken-formula = Cette formule ne peut pas être lue : { $reason }.
    .because = Elle est montrée en MathML, qui demande des commandes entières et des accolades fermées.
    .mend = Corrigez-la, ou écrivez \$ là où aucune formule n’est voulue.
removed-html = La balise HTML <{ $name }> n’est pas publiée.
    .because = Du HTML brut peut lancer des programmes dans le navigateur des lecteurs, ou rendre la page illisible aux lecteurs d’écran.
    .mend = Écrivez-le en Markdown, ou retirez-le.
unsafe-link = Un lien ne peut pas commencer par `{ $scheme }:`.
    .because = Il pourrait lancer un programme dans le navigateur des lecteurs ou ouvrir un fichier de leur machine.
    .mend = Faites un lien vers une page, un fichier du site, ou une adresse qui commence par https:, mailto: ou tel:.
dead-link =
    { $case ->
        [address] Un lien mène à `{ $link }`, qui n’existe pas.
       *[other] Ce lien mène à `{ $link }`, qui n’existe pas.
    }
    .because = Un lecteur qui le suit ne trouverait rien.
    .mend =
    { $case ->
        [address] Corrigez l’adresse dans le texte ou dans le gabarit, ou faites un lien vers le fichier de la page : [texte](/about.md).
        [file] Vérifiez l’orthographe, ou mettez le fichier à côté de cette page.
       *[page] { right-page }
    }
dead-anchor = Un lien mène à `{ $link }`, et cette page n’a pas d’ancre de ce nom.
    .because = Un lecteur qui le suit arrive en haut de la page au lieu du passage voulu.
    .mend = Prenez l’ancre d’un titre : ses mots en minuscules reliés par -, ou celle qui est écrite {"{"}#comme-ceci{"}"}.
dead-external-link =
    { $case ->
        [host] Ce lien mène à `{ $link }`, et ce site n’existe pas.
        [certificate] Ce lien mène à `{ $link }`, dont le certificat n’est pas digne de confiance.
       *[status] Ce lien mène à `{ $link }`, qui n’existe plus (statut { $status }).
    }
    .because =
    { $case ->
        [certificate] Les navigateurs avertissent leurs lecteurs et ne l’ouvrent pas.
       *[other] Un lecteur qui le suit ne trouve rien.
    }
    .mend =
    { $case ->
        [certificate] Prévenez les responsables de ce site, ou retirez le lien en attendant.
       *[other] Cherchez sa nouvelle adresse, donnez une copie dans une archive du web, ou retirez le lien.
    }
moved-external-link = `{ $link }` a déménagé à `{ $to }`.
    .because = Ce site cessera peut-être un jour de faire suivre les lecteurs.
    .mend = Ouvrez la nouvelle adresse ; si c’est la bonne, écrivez-la à la place.
unsure-external-link =
    { $case ->
        [slow] `{ $link }` n’a pas répondu à temps.
        [unreachable] `{ $link }` est resté injoignable.
        [private] `{ $link }` se trouve à l’intérieur d’un réseau et n’a pas été interrogé.
        [circle] `{ $link }` renvoie sans fin d’une adresse à l’autre.
        [unasked] `{ $link }` n’a pas été interrogé : le temps prévu pour tous les liens était écoulé.
       *[status] `{ $link }` ne dit pas s’il existe (statut { $status }).
    }
    .because =
    { $case ->
        [private] Les lecteurs, ailleurs, ne peuvent pas l’atteindre.
       *[other] Il existe peut-être pour les lecteurs et non pour un programme, ou il est absent pour un moment.
    }
    .mend =
    { $case ->
        [private] Écrivez une adresse que tout le monde peut atteindre.
       *[other] Ouvrez-le dans un navigateur. S’il existe et que ce message revient, nommez-le dans site.toml : [links] ignore = ["{ $link }"].
    }
link-to-other-language = `{ $path }` n’est pas traduite ; le lien mène à la page en `{ $code }`.
    .because = Un lecteur qui le suit se retrouve dans une autre langue.
    .mend = Traduisez cette page, ou faites un lien vers une page traduite.
unreachable-page = Aucun lien ne mène à cette page depuis l’accueil en { $language }.
    .because = Qui part de là ne la trouve jamais, et les moteurs de recherche la trouvent tard.
    .mend = Nommez-la dans le menu de site.toml, faites un lien vers elle depuis une page, ou mettez-la dans une section qui liste ses pages. Une page destinée à ceux seulement qui en connaissent l’adresse dit noindex = true.

## Ce que les pages coûtent à leurs lecteurs

unknown-budget = Il n’y a pas de sorte de page `{ $name }` à qui donner un budget.
    .because = Aucune page ne serait jamais tenue à ce budget.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Prenez l’un de ceux-ci : { $known }.
    }
too-heavy = Cette page pèse { $found } octets telle qu’un lecteur la reçoit, et [budgets.{ $kind }] en permet { $limit }.{ others-too }
    .because = Son texte en prend { $text }, le style { $style }, et ce que le thème met autour { $frame }. Sur une connexion lente, chacun s’attend, et souvent se paie.
    .mend =
    { $most ->
        [text] Raccourcissez le texte ou répartissez-le sur deux pages.
        [style] Retirez des styles ce que cette page n’emploie pas.
       *[frame] Raccourcissez les menus et les listes du thème qui se trouvent sur toutes les pages.
    } Si la page doit rester ainsi, augmentez weight dans [budgets.{ $kind }] de site.toml.
too-many-requests = Pour montrer cette page, un navigateur fait { $found } demandes, images à part, et [budgets.{ $kind }] en permet { $limit }.{ others-too }
    .because = Sur une connexion lente, chaque demande coûte une seconde ou plus avant que rien n’arrive.
    .mend = Retirez un script, un cadre ou un style que le modèle appelle ; ou augmentez requests dans [budgets.{ $kind }] de site.toml.
too-many-images = Cette page montre { $found } images, et [budgets.{ $kind }] en permet { $limit }.
    .because = Les images font l’essentiel du poids d’une page, et chacune est une demande à part.
    .mend = Gardez celles qui disent ce que les mots ne peuvent dire ; ou augmentez images dans [budgets.{ $kind }] de site.toml.
too-many-elements = Autour de son texte, cette page a { $found } éléments, et [budgets.{ $kind }] en permet { $limit }.{ others-too }
    .because = Un vieux téléphone a besoin de temps et de mémoire pour chacun, et un lecteur d’écran les parcourt tous.
    .mend = Raccourcissez les menus et les listes du thème, ou retirez de son modèle les éléments qui ne font qu’en contenir d’autres ; ou augmentez elements dans [budgets.{ $kind }] de site.toml.

## Composants dans un texte

broken-directive =
    { $case ->
        [name] Aucun nom ne suit ces deux-points.
        [behind] Ceci ne peut pas suivre le nom d’un composant.
        [brace] Ces arguments n’ont pas de fin.
        [quote] Cette valeur n’a pas de fin.
        [curly] Ce n’est pas un guillemet droit.
        [many] Ces arguments sont trop nombreux.
       *[argument] Ceci n’est pas un argument.
    }
    .because = Colibri ne peut pas savoir quel composant est voulu, ni avec quoi.
    .mend =
    { $case ->
        [name] Écrivez le nom d’un composant après les deux-points, comme :::callout.
        [behind] Mettez-le à la ligne suivante, ou entre accolades sous la forme title="...".
        [brace] Écrivez {"}"} après le dernier argument, sur la même ligne.
        [quote] Écrivez " après la valeur, sur la même ligne.
        [curly] Écrivez "..." autour de la valeur.
        [many] Gardez ceux que le composant connaît.
       *[argument] Écrivez nom=valeur ou nom="deux mots".
    }
unclosed-component = Le bloc `{ $name }` commence ici et ne finit jamais.
    .because = Rien ne dit ce qui est dedans et ce qui vient après.
    .mend = Écrivez { $colons } seul sur une ligne là où il finit, ou ::{ $name } avec deux fois deux-points s’il n’a pas de texte.
stray-component-end = Rien d’ouvert ne finit ici.
    .because = Aucun bloc au-dessus ne commence par { $colons } fois deux-points et n’attend sa fin.
    .mend = Retirez cette ligne, ou écrivez autant de deux-points qu’au début du bloc.
crossing-component = Le bloc `{ $name }` commence dans une liste ou une citation et finit en dehors.
    .because = Un bloc est tout entier dans un élément de liste ou une citation, ou tout entier autour.
    .mend = Mettez les deux lignes de deux-points en retrait comme le texte de l’élément, ou toutes deux hors de la liste.
unknown-component = `{ $name }` n’est pas un composant de ce thème.
    .because = Colibri ne peut pas savoir ce qui doit se trouver ici.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Écrivez l’un de ces noms : { $known }.
    }
unknown-argument = `{ $name }` n’est pas un argument de `{ $component }`.
    .because = Ce que personne ne lit serait perdu.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none]
            { $count ->
                [0] Retirez-le : ce composant n’a pas d’argument.
               *[other] Retirez-le, ou prenez l’un de ceux-ci : { $known }.
            }
    }
repeated-argument = `{ $name }` est donné deux fois.
    .because = Colibri ne peut pas savoir lequel des deux est voulu.
    .mend = Retirez l’un des deux.
missing-argument = `{ $component }` demande l’argument `{ $name }`.
    .because = Sans lui, le composant serait incomplet, ou inutile à certains lecteurs.
    .mend = Écrivez { $name }={ $example } entre ses accolades.
wrong-argument = `{ $name }` attend { $expected } ; ceci est `{ $value }`.
    .because = Le composant ne pourrait pas le montrer.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Écrivez { $expected }.
    }
component-without-text = `{ $name }` ne prend pas de texte.
    .because = Ce qui se trouve entre ses deux lignes serait perdu.
    .mend = Écrivez ::{ $name } avec deux fois deux-points sur une seule ligne, et retirez la ligne qui le finit.
component-without-template = Le composant `{ $name }` n’a pas de gabarit.
    .because = Rien ne dit à quoi il ressemble.
    .mend = Créez le fichier templates/{ $template } dans le même thème, ou retirez cette déclaration.
image-without-alternative = Ce composant prend une image, et aucun texte qui en tienne lieu.
    .because = Les lecteurs qui ne voient pas l’image ne sauraient pas ce qu’elle montre.
    .mend = Ajoutez [arguments.alt] avec required = true.
choice-without-values = `{ $name }` est un choix entre aucune valeur.
    .because = Quoi que dise un texte, ce serait faux.
    .mend = Ajoutez values = ["un", "autre"] en dessous.

# Ce que doit être un argument de composant.
wants-number = un nombre entier, 0 ou plus
wants-boolean = true (oui) ou false (non)
wants-choice = l’une de ces valeurs : { $values }
wants-page = le nom d’une page, comme news/boat
wants-image = une image du site, comme /assets/boat.jpg
wants-file = un fichier à côté de cette page ou dans assets, comme /assets/boat.jpg
wants-form = le nom d’un formulaire de content/forms
wants-section = le nom d’une section, comme news
wants-term = une étiquette que porte une page de cette langue
wants-data = un tableau du dossier data, comme members
wants-column = une colonne de ce tableau

## Formulaires

bad-form = { $reason }
    .because = Personne ne pourrait remplir ce formulaire, ou ses réponses ne pourraient pas être gardées.
    .mend = Corrigez le fichier du formulaire ; docs/forms.md montre chaque réglage avec un exemple.
form-fault-id = Le fichier d’un formulaire se nomme avec des minuscules, des chiffres et des traits d’union.
form-fault-no-fields = Un formulaire a besoin d’au moins un champ.
form-fault-many-fields = Un formulaire a 60 champs au plus.
form-fault-title = Un formulaire a besoin d’un titre dans la première langue du site.
form-fault-thanks = Un formulaire a besoin d’une page qui remercie.
form-fault-closes = Le formulaire ferme avant d’ouvrir : `closes` ne vient pas après `opens`.
form-fault-maximum = `maximum` vaut 0 : personne ne pourrait répondre.
form-fault-keep-days = `keep_days` va de 1 à 36500.
form-fault-once = `once_per` ne nomme pas un champ qui fait reconnaître une personne : un texte, une adresse ou un nombre, obligatoire et toujours demandé.
form-fault-no-quiz = `right`, `points`, `explain` et `feedback` sont pour les quiz : il manque un tableau `[quiz]` au formulaire.
form-fault-quiz-empty = C’est un quiz, et aucun champ ne dit ce qui est juste (`right`).
form-fault-quiz-pass = `pass` est un pourcentage : de 0 à 100.
form-fault-quiz-certificate = Il y a un `certificate`, mais personne ne réussit : dites combien de pour cent il faut, par exemple `pass = 60`.
form-fault-quiz-name = `certificate` ne nomme pas un champ qui contient le nom d’une personne : un `text` obligatoire (`required`).
form-fault-quiz-score = Dans un quiz, aucun champ ne se nomme `score` : les points y sont gardés.
form-fault-step-count = Un formulaire a de 2 à 10 étapes, ou aucune.
form-fault-step-first = Chaque étape commence par un champ (`first`) : la première par le premier champ du formulaire, chacune des suivantes par un champ plus loin.
form-fault-step-title = Chaque étape a besoin d’un titre dans la première langue du site.
form-fault-twice = Deux champs se nomment `{ $field }`.
form-fault-name = Le champ `{ $field }` : un champ se nomme avec une minuscule, puis des minuscules, des chiffres, des traits d’union et des tirets bas.
form-fault-label = Le champ `{ $field }` a besoin d’un intitulé dans la première langue du site.
form-fault-version = Le champ `{ $field }` a une `version`, ce que seul le genre consent peut avoir.
form-fault-version-line = La `version` du champ `{ $field }` n’est pas une seule ligne de 60 octets au plus, sans espaces autour.
form-fault-value = Le champ `{ $field }` a une `value`, ce que seul le genre hidden peut avoir.
form-fault-hidden = Le champ caché `{ $field }` a besoin d’une `value`, ou de `choices` qu’un lien peut dire.
form-fault-hidden-rules = Le champ caché `{ $field }` ne peut être ni obligatoire ni dépendre d’une réponse : personne ne le voit.
form-fault-right-kind = Le champ `{ $field }` a une réponse juste (`right`), mais il est d’une sorte qui ne se corrige pas. Celles-ci se corrigent : `choice`, `choices`, `ranking`, `number`, `text`, `date`, `time`.
form-fault-right = La réponse juste du champ `{ $field }` ne peut pas être donnée : `right` nomme des valeurs de ses `choices` (toutes, pour un `ranking`), ou un nombre entier.
form-fault-right-if = Le champ `{ $field }` a une réponse juste, mais il n’est pas posé à tout le monde : retirez `show_if`.
form-fault-points = Le champ `{ $field }` vaut de 1 à 100 `points`.
form-fault-no-choices = Le champ `{ $field }` a besoin de `choices`.
form-fault-choices = Le champ `{ $field }` a des `choices`, et son genre n’en a pas.
form-fault-sessions = Le champ `{ $field }` a des choix avec `opens`, `closes` ou `code`, que seul le genre session connaît.
form-fault-session-always = Le champ `{ $field }` dit à quelle séance une personne était : il doit être `required`, sans `show_if`.
form-fault-session-one = Un formulaire a un seul champ du genre session, et `{ $field }` est le deuxième.
form-fault-session-code = Un `code` du champ `{ $field }` a moins de 4 lettres et chiffres : n’importe qui le trouverait.
form-fault-session-same-code = Deux séances du champ `{ $field }` ont le même `code`, lu sans casse, espaces ni signes.
form-fault-session-closes = Une séance du champ `{ $field }` ferme avant d’ouvrir : `closes` ne vient pas après `opens`.
form-fault-same-value = Deux choix ou deux lignes du champ `{ $field }` ont la même valeur.
form-fault-empty-value = Un choix ou une ligne du champ `{ $field }` n’a pas de valeur.
form-fault-many-choices = Le champ `{ $field }` a plus de 300 choix.
form-fault-no-rows = La matrice `{ $field }` a besoin de `rows` : ce que l’on juge, ligne par ligne.
form-fault-rows = Le champ `{ $field }` a des `rows`, ce que seul le genre matrix peut avoir.
form-fault-many-parts = Le champ `{ $field }` a plus de 20 lignes.
form-fault-part-name = Les lignes du champ `{ $field }` ont des valeurs faites de minuscules, de chiffres, de traits d’union et de tirets bas, une lettre d’abord.
form-fault-min-max = Le `min` du champ `{ $field }` dépasse son `max`.
form-fault-negative = Le `min` et le `max` du champ `{ $field }` ne peuvent pas être négatifs.
form-fault-long = Le `max` du champ `{ $field }` dépasse 10000 caractères.
form-fault-steps = L’échelle `{ $field }` a besoin d’au moins 2 degrés, et en a 11 au plus.
form-fault-ends = Le champ `{ $field }` a `low` ou `high`, que seules les échelles et les notes peuvent avoir.
form-fault-pattern-kind = Le champ `{ $field }` a un `pattern`, que seuls les genres text, phone et url peuvent avoir.
form-fault-pattern = Le `pattern` du champ `{ $field }` ne peut pas être lu, ou représente trop de textes.
form-fault-pattern-error = Le champ `{ $field }` a un `pattern`, et pas d’`error` qui dise aux gens ce qu’on leur demande.
form-fault-matches = Le champ `{ $field }` répète un champ qui n’est pas placé avant lui, ou qui est d’un autre genre.
form-fault-condition-field = Le champ `{ $field }` dépend d’un champ qui n’existe pas.
form-fault-condition-order = Le champ `{ $field }` dépend d’un champ qui n’est pas placé avant lui.
form-fault-condition-kind = Le champ `{ $field }` dépend d’un champ où l’on ne choisit rien.
form-fault-condition-answer = Le champ `{ $field }` dépend d’une réponse que personne ne peut donner.
untranslated-form = Il manque au formulaire, en `{ $code }` : { $texts }.
    .because = Un visiteur verrait une question dans une langue qu’il ne lit peut-être pas.
    .mend = Ajoutez { $code } = "..." à côté des autres langues de chacun de ces textes.
form-title = le titre
form-step = le titre de l’étape qui commence par `{ $first }`
form-label = l’intitulé de `{ $field }`
form-text = le texte `{ $key }` de `{ $field }`
form-choice = le choix `{ $choice }` de `{ $field }`

## Thèmes, styles et mots

unknown-theme = Il n’y a pas de thème `{ $name }`.
    .because = Sans thème, aucune page ne peut être faite.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Mettez-le dans themes/{ $name }, ou prenez l’un de ceux-ci : { $known }.
    }
theme-circle = Ce thème prolonge `{ $name }`, qui le prolonge déjà : { $seen }.
    .because = Un thème prend à son parent ce qui lui manque : la suite des parents doit finir.
    .mend = Retirez `extends` de l’un de ces thèmes.
missing-template = Le thème n’a pas de gabarit `{ $name }`. { met-while-making }
    .because = Certaines pages ne peuvent pas être faites sans lui.
    .mend = Ajoutez-le au thème ou au dossier templates du site.
template-error =
    { $pages ->
        [0] Ce gabarit est inutilisable : { $reason }
       *[other] Ce gabarit est inutilisable : { $reason } { met-while-making }
    }
    .because = Les pages qui en ont besoin ne peuvent pas être faites.
    .mend = Corrigez le gabarit à cet endroit, ou la page si elle lui donne quelque chose d’inattendu.
broken-style = Ce style est inutilisable : { $reason }.
    .because = Les pages perdraient leur apparence, ou une partie.
    .mend = Corrigez le style à cet endroit ; un fichier importé doit se trouver dans le dossier styles du thème ou du site.
low-contrast =
    { $scheme ->
        [dark] Dans l’obscurité, `{ $text }` est trop proche de `{ $on }` : le contraste est de { $ratio }, et il en faut { $least }.
       *[light] `{ $text }` est trop proche de `{ $on }` : le contraste est de { $ratio }, et il en faut { $least }.
    }
    .because = Qui voit mal, et tout le monde en plein soleil, ne pourrait pas lire ce qui s’écrit ainsi.
    .mend = Écrivez --{ $text }: { $mended }, la plus proche qui se lise, ou une couleur plus éloignée encore.
unknown-colour = `{ $name }` n’est pas une couleur du thème.
    .because = Le contraste que le thème promet pour elle ne peut pas être mesuré.
    .mend = Donnez --{ $name } dans :root, une couleur sans transparence, ou retirez ce nom de [[contrast]].
missing-funder =
    { $others ->
        [0] Cette page ne dit pas qui la finance.
       *[other] Cette page ne dit pas qui la finance, et { $others } de plus du genre `{ $kind }` non plus.
    }
    .because = Les réglages promettent cette phrase à ceux qui donnent l’argent, sur chaque page.
    .mend = Écrivez {"{{"} site.funder {"}}"} dans le gabarit de ces pages, ou retirez [funder] de site.toml.
unsaid-funder = `[funder]` n’a pas de phrase en { $codes }.
    .because = Les pages de ces langues ne diraient pas qui les finance.
    .mend = Ajoutez la phrase à côté des autres, telle que le financeur la donne dans cette langue.
bad-synonyms =
    { $count ->
        [one] `{ $word }` est seul : un groupe de mots qui disent la même chose en a deux au moins.
       *[other] `{ $word }` n’est pas un seul mot.
    }
    .because = Qui cherche un de ces mots ne trouverait pas les pages qui en ont un autre.
    .mend = Écrivez des mots isolés, avec des virgules entre eux, comme "cours, formation".
broken-words = Ceci n’est pas du Fluent valide : { $reason }.
    .because = D’ici à la prochaine ligne vide, les mots ne peuvent pas servir.
    .mend = Écrivez un message par ligne : search = Rechercher. Un texte plus long continue dessous, chaque ligne commençant par des espaces.
missing-words =
    { $count ->
        [one] Il manque un mot à cette langue ({ $language }) : `{ $first }`.
       *[other] Il manque des mots à cette langue ({ $language }) : { $words }{ $more ->
            [0] {""}
            [one] {" "}et un autre
           *[other] {" "}et { $more } autres
        }.
    }
    .because = Ses pages les disent dans une autre langue : { $from }.
    .mend = Ajoutez à ce fichier une ligne pour chacun, comme { $first } = ...
unused-words =
    { $count ->
        [one] Personne n’utilise le mot `{ $first }`.
       *[other] Personne n’utilise { $count } mots de ce fichier : { $words }{ $more ->
            [0] {""}
            [one] {" "}et un autre
           *[other] {" "}et { $more } autres
        }.
    }
    .because = Aucun gabarit, aucun type et aucune partie de Colibri ne le demande : qui le traduit travaille en vain.
    .mend = Retirez-le, ou corrigez son nom si un gabarit l’écrit autrement.
unknown-message = Il n’y a pas de mot `{ $name }` dans ce fichier.
    .because = Un mot ne peut reprendre que des mots de son fichier ; les lecteurs verraient ce nom entre accolades.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Ajoutez ce mot au fichier, ou écrivez le texte lui-même.
    }
unknown-variable = `{ $key }` n’a pas de valeur `{"{"} ${ $name } {"}"}`.
    .because = Les lecteurs verraient ce nom entre accolades au lieu d’une valeur.
    .mend =
    { $guess ->
        [some] Écrivez {"{"} ${ $near } {"}"}.
       *[none] Écrivez le texte sans elle.
    }
missing-variable = `{ $key }` ne dit pas { $names }.
    .because = Dans { $model }, ce mot a cette valeur, et ces lecteurs ne la connaîtront pas.
    .mend = Écrivez {"{"} ${ $name } {"}"} là où la valeur doit se trouver.
unknown-word = Aucune langue n’a de mot `{ $key }`.
    .because = Aucune page n’est encore arrivée à cet endroit du gabarit ; la première qui y viendra ne pourra pas être faite.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Ajoutez une ligne { $key } = ... au fichier de la langue de référence, dans i18n.
    }

## Typographie : ce que dit `colibri lint`

typography =
    { $rule ->
        [sign-space]
            { $space ->
                [some] Une espace insécable précède `{ $sign }`.
               *[none] Aucune espace ne précède `{ $sign }`.
            }
        [guillemet-space] Une espace insécable se place à l’intérieur des guillemets.
        [quotes] Ce guillemet est celui d’une machine à écrire.
        [apostrophe] Cette apostrophe est celle d’une machine à écrire.
        [ellipsis] Ces trois points forment un seul signe.
        [number-space] L’espace entre les tranches d’un nombre est insécable.
        [unit-space] Une espace insécable sépare un nombre et `{ $sign }`.
        [ordinal] Un ordinal ne s’abrège pas en `{ $sign }`.
        [opening-sign] Aucun signe n’ouvre cette phrase.
        [arabic-sign] L’arabe a un signe à lui pour `{ $sign }`.
        [tatweel] Ce signe ne fait qu’allonger le mot.
       *[doubled-mark] Cette lettre porte deux fois le même signe.
    }
    .because =
    { $rule ->
        [sign-space]
            { $space ->
                [some] Cette langue ({ $language }) s’écrit ainsi ; avec une autre espace, le signe peut commencer la ligne suivante.
               *[none] Cette langue ({ $language }) s’écrit ainsi ; le signe pourrait commencer la ligne suivante.
            }
        [number-space] La moitié d’un nombre pourrait commencer la ligne suivante.
        [unit-space] Cette langue ({ $language }) s’écrit ainsi ; le signe pourrait commencer la ligne suivante.
        [tatweel] Qui cherche le mot ne le trouve pas, et les voix le lisent mal.
        [doubled-mark] C’est une faute de frappe ; les polices en font une tache.
       *[other] Cette langue ({ $language }) s’écrit ainsi.
    }
    .mend =
    { $guess ->
        [some]
            { $rule ->
                [tatweel] Retirez-le, ou lancez colibri lint --fix.
               *[other] Écrivez `{ $right }`, ou lancez colibri lint --fix.
            }
       *[none]
            { $rule ->
                [opening-sign] Écrivez ¿ ou ¡ là où commence la question ou l’exclamation.
               *[other] Écrivez-le comme le fait cette langue ; ce qui l’entoure empêche Colibri de le faire.
            }
    }

## L’aperçu

build-stopped = La construction s’est arrêtée d’une façon imprévue : { $reason }
    .because = C’est une erreur de Colibri, pas du site.
    .mend = Annulez la dernière modification pour continuer, et signalez l’erreur avec le texte ci-dessus.

## Mots que plusieurs partagent

others-too =
    { $others ->
        [0] {""}
        [one] {" "}Une autre page de cette sorte aussi.
       *[other] {" "}{ $others } autres pages de cette sorte aussi.
    }
did-you-mean = Vouliez-vous dire `{ $near }` ?
met-while-making =
    { $pages ->
        [1] C’est arrivé en faisant { $page }.
        [2] C’est arrivé en faisant { $page } et une autre page.
       *[other] C’est arrivé en faisant { $page } et { $others } autres pages.
    }
right-page =
    { $guess ->
        [draft] C’est un brouillon : retirez-en draft = true, ou ne nommez pas encore cette page.
        [future] Sa date est encore à venir : nommez cette page à partir de ce jour, ou changez sa date.
        [expired] Son dernier jour est passé : changez la ligne expires de cette page, ou ne la nommez plus.
        [elsewhere] Cette page n’existe que dans d’autres langues ({ $codes }) : traduisez-la, ou faites un lien vers une autre.
        [some] { did-you-mean }
       *[none] Écrivez le chemin d’une page depuis le dossier de sa langue, sans .md, comme news/first.
    }

# Ce que doit être un réglage.
kind-text = un texte entre guillemets droits
kind-boolean = true (oui) ou false (non), sans guillemets
kind-count = un nombre entier, 0 ou plus, sans guillemets
kind-number = un nombre entier sans guillemets
kind-date = une date écrite année-mois-jour, comme 2026-03-12
kind-counts = une liste de nombres entiers, comme [480, 960]
kind-texts = une liste de textes, comme ["un", "deux"]
kind-table = une table
kind-tables = une liste de tables, chacune commencée par une ligne à elle
kind-keyed-texts = un texte entre guillemets droits pour chaque clé
kind-keyed-lists = une liste de textes pour chaque clé, comme ["un", "deux"]
kind-any-number = un nombre sans guillemets
kind-url = une adresse qui commence par https://, entre guillemets droits
kind-email = une adresse électronique comme "nom@example.org"
kind-range = une date comme 2026-03-12, ou {"{"} start = 2026-03-12, end = 2026-03-14 {"}"}
kind-image = une image, comme {"{"} src = "photo.jpg", alt = "Ce qu’elle montre" {"}"}
kind-file = le nom d’un fichier à côté de cette page, ou "/assets/..."
kind-page = le chemin d’une page depuis le dossier de sa langue, comme "news/first"
kind-list = une liste, entre [ et ]
kind-rows = une liste de lignes, chacune entre {"{"} et {"}"}
kind-label = un texte pour chaque langue, comme {"{"} en = "Level", fr = "Niveau" {"}"}
kind-choices = une liste comme ["un", "deux"], ou une table avec un texte par langue pour chaque valeur

# Ce que doit être une cellule d’un tableau.
cell-number = un nombre en chiffres, avec un point avant les décimales, comme 12 ou 1.5
cell-choice = l’une de ces valeurs : { $values }
cell-boolean = true (oui) ou false (non)
cell-url = une adresse qui commence par https://
cell-email = une adresse électronique comme nom@example.org
cell-range = une date comme 2026-03-12, ou deux séparées par une barre, comme 2026-03-12/2026-03-14
cell-no-rows = quelque chose que contient une cellule : des lignes dans une ligne demandent un fichier TOML ou JSON

# Ce qu’il est.
found-text = un texte
found-number = un nombre
found-boolean = true ou false
found-date = une date
found-list = une liste
found-table = une table

## Les formes sous lesquelles les remarques sont montrées

level-error = erreur
level-warning = avertissement
why = pourquoi{"\u00A0"}
mend = remède{"\u00A0"}
count-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
count-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
count-kinds = { $total } : { $kinds }

## Les commandes

building = Construction
checking = Vérification
images = Images gardées : { $kept }, dont { $unused } qu’aucune page ne montre.
images-pruned = Supprimées : { $count }.
built =
    { $pages ->
        [one] { $pages } page dans { $folder } : { built-files }
       *[other] { $pages } pages dans { $folder } : { built-files }
    }
built-files =
    { $written ->
        [one] { $written } fichier écrit, { $kept } sans changement, { $removed } en moins.
       *[other] { $written } fichiers écrits, { $kept } sans changement, { $removed } en moins.
    }
left-alone =
    { $count ->
        [one] Un fichier de ce dossier n’est pas de ce site et n’a pas été touché : { $first }.
       *[other] { $count } fichiers de ce dossier ne sont pas de ce site et n’ont pas été touchés, comme { $first }.
    }
nothing-written = Rien n’a été écrit : corrigez les erreurs ci-dessus et construisez de nouveau.
checked =
    { $pages ->
        [one] { $pages } page, aucune erreur.
       *[other] { $pages } pages, aucune erreur.
    }
checked-external =
    { $pages ->
        [one] { $pages } page, aucune erreur ; { asked-links }
       *[other] { $pages } pages, aucune erreur ; { asked-links }
    }
links-not-kept = Ce que d’autres sites ont répondu ne peut pas être gardé dans .colibri/links.json : { $reason }.
asked-links =
    { $links ->
        [0] aucun lien vers d’autres sites.
        [one] { $links } lien vers d’autres sites, { $asked } interrogé à l’instant.
       *[other] { $links } liens vers d’autres sites, { $asked } interrogés à l’instant.
    }
fmt-needed =
    { $count ->
        [0] L’en-tête de toutes les pages est en ordre.
        [one] L’en-tête de { $count } page n’est pas en ordre : lancez colibri fmt.
       *[other] L’en-tête de { $count } pages n’est pas en ordre : lancez colibri fmt.
    }
fmt-done =
    { $count ->
        [0] L’en-tête de toutes les pages était en ordre.
        [one] L’en-tête de { $count } page a été mis en ordre.
       *[other] L’en-tête de { $count } pages a été mis en ordre.
    }
lint-mended =
    { $count ->
        [0] Rien à corriger.
        [one] { $count } fichier corrigé.
       *[other] { $count } fichiers corrigés.
    }
lint-clean =
    { $count ->
        [one] { $count } page : signes et espaces sont ceux de sa langue.
       *[other] { $count } pages : signes et espaces sont ceux de leurs langues.
    }
no-such-language = `{ $code }` n’est pas une langue de ce site. Ses langues sont : { $known }.
serving = Le site est à l’adresse { $url }
outbox-title = Lettres que ce site enverrait
outbox-unsent = Rien ne part d’ici. Voici ce que les formulaires et les inscriptions mettent en route, le plus récent d’abord ; les liens mènent à cet aperçu.
outbox-empty = Rien n’a encore été envoyé. Remplissez un formulaire du site, ou inscrivez-vous à sa lettre, puis regardez de nouveau.
outbox-team = l’équipe, telle que le fichier des envois la nomme
outbox-page = La même, en page
serving-letters = Aucune lettre ne part d’ici ; elles se lisent à l’adresse { $url }
how-to-stop = Pour arrêter : Ctrl-C.
no-browser = Le navigateur n’a pas pu être ouvert ({ $error }) ; ouvrez vous-même l’adresse ci-dessus.
no-site = { $folder } ne peut pas être lu comme un site : { $reason }
no-site-settings = il n’y a pas de site.toml dedans. Allez dans le dossier de votre site, ou nommez-le avec --site ; `colibri new site mon-site` en fait un
no-site-system = { $error }

## Les mots de l’aperçu

preview-waiting-title = Pas encore construit
preview-waiting = Le site ne peut pas encore être construit
preview-errors = { count-errors }
preview-errors-over-site = { count-errors } : ceci est la dernière bonne version
preview-close = Fermer

## Ce qui empêche une commande de faire son travail

refused = { $what } ({ $path }). { $mend }
refused-work = { $what }. { $mend }
cannot = { $what } : { $reason }
cannot-make-folder = Impossible de créer le dossier
cannot-find-folder = Impossible de trouver le dossier
cannot-find-file = Impossible de trouver le fichier
cannot-read-file = Impossible de lire le fichier
cannot-write-file = Impossible d’écrire le fichier
cannot-keep-rights = Impossible de conserver les droits du fichier
cannot-read-output = Impossible de lire le dossier de sortie
cannot-read-manifest = Impossible de lire le registre
cannot-read-journal = Impossible de lire le journal
cannot-remove-journal = Impossible de retirer le journal
cannot-place-journal = Impossible de mettre le journal en place
cannot-empty-staging = Impossible de vider le dossier de préparation
cannot-keep-state = Impossible de conserver l’état
cannot-make-state = Impossible de créer le dossier de l’état
cannot-lock = Impossible de prendre le verrou
cannot-see-output = Impossible de regarder le dossier de sortie
cannot-place-output = Impossible de mettre en place le nouveau dossier de sortie
cannot-place-file = Impossible de mettre le fichier en place
cannot-remove-file = Impossible de retirer le fichier
cannot-remove-folder = Impossible de retirer le dossier vide
cannot-watch = Impossible de surveiller le dossier du site
cannot-watch-mend = Sous Linux, augmentez fs.inotify.max_user_watches ; ailleurs, vérifiez les droits du dossier.
cannot-listen = Impossible d’écouter sur un port
cannot-listen-mend = Choisissez-en un autre avec --port.
cannot-serve = Impossible de montrer le site
cannot-serve-mend = Relancez la commande.
cannot-open-preview = Impossible d’ouvrir la base de données de l’aperçu
cannot-open-preview-mend = Vérifiez les droits du dossier `.colibri` dans celui du site, ou supprimez-le.
disk-full = le disque est plein
disk-full-mend = Libérez de la place, puis relancez la commande.
not-permitted = la permission est refusée
not-permitted-mend = Donnez-vous le droit d’écrire à cet endroit, ou choisissez un autre dossier.
read-only = le système de fichiers est en lecture seule
read-only-mend = Choisissez un dossier de sortie où l’on peut écrire.
other-device = le dossier de sortie est un système de fichiers à lui seul
other-device-mend = Choisissez un dossier à l’intérieur, pour que des fichiers puissent y être renommés.
system-error = { $error }
system-error-mend = Vérifiez ce chemin, puis relancez la commande.
output-changed = Un fichier du dossier de sortie a été modifié pendant la construction du site
output-changed-mend = Relancez la commande : elle récrira ce fichier.
output-obstacle = Quelque chose que Colibri n’a pas écrit se trouve à la place de `{ $path }`
output-obstacle-mend = Déplacez-le ou supprimez-le, puis relancez la commande.
output-clash = Le site a un fichier `{ $folder }` et un dossier du même nom
output-clash-mend = Donnez à l’un des deux une autre adresse.
output-unsafe = Le site a un fichier dont le chemin n’est pas sûr
output-unsafe-mend = Donnez à la page qui fait ce fichier une adresse ordinaire, plus courte.
output-not-ours = Le dossier de sortie n’est pas vide et Colibri ne l’a pas écrit
output-not-ours-mend = Choisissez un autre dossier avec --output, ou supprimez celui-ci ; s’il vient d’un cache, rétablissez aussi { $state }.
output-without-name = Le dossier de sortie n’a pas de nom
output-without-name-mend = Nommez un dossier, comme `dist`.
output-locked = Une autre construction écrit dans ce dossier de sortie
output-locked-mend = Attendez qu’elle ait fini, ou choisissez un autre dossier avec --output.
output-a-link = Le dossier de sortie, ou son état à côté de lui, est un lien symbolique
output-no-folder = Le dossier de sortie, ou son état à côté de lui, n’est pas un dossier
output-real-mend = Nommez un vrai dossier, ou un chemin qui n’existe pas encore.
lock-no-file = Le verrou n’est pas un fichier ordinaire
lock-no-file-mend = Supprimez-le, puis relancez la commande.
manifest-damaged = Le registre du dossier de sortie est abîmé, ou d’une autre version de Colibri
manifest-damaged-mend = Supprimez { $folder } et { $state }, puis construisez de nouveau.
journal-damaged = Le journal est abîmé, ou d’une autre version de Colibri
journal-damaged-mend = Supprimez le dossier de sortie et le dossier de ce fichier, puis construisez de nouveau.
journal-unsafe = Le journal nomme un chemin qui n’est pas sûr
journal-unsafe-mend = Supprimez le dossier de l’état, à côté du dossier de sortie.
file-exists = Ce fichier existe déjà
file-exists-mend = Choisissez un autre nom, ou modifiez ce fichier.
file-made-meanwhile = Ce fichier a été créé entre-temps
file-made-meanwhile-mend = Relancez la commande : elle le verra.
file-changed-meanwhile = Ce fichier a changé pendant que la commande travaillait
file-changed-meanwhile-mend = Relancez la commande.
edit-outside = Ce lien mène hors du dossier du site
edit-outside-mend = Modifiez le fichier lui-même.
our-mistake =
    Colibri a fait une erreur, et c’est la sienne : { $error }.
    Rien n’est resté à moitié fait. Signalez-la avec la commande que vous avez lancée et, si vous le pouvez, la page en cause.

## Ce que répondent les commandes

no-such-type =
    Il n’y a ni type ni fichier `{ $name }`. { $guess ->
        [some] { did-you-mean }
       *[none] Voici ceux qui existent : { $known }.
    }
no-language-code = `{ $code }` n’est pas un code de langue : écrivez un code comme fr, pt-br ou ar.
site-made = { $folder } est un site. Pour le voir : colibri serve --site { $folder }
ask-folder = Dossier du nouveau site :
ask-title = Titre :
ask-languages = Langues, d’abord celle d’où les autres sont traduites :
ask-address = Adresse où il sera :
ask-page = Chemin de la page, comme news/first-meeting :
ask-source = Page à traduire, comme news/first-meeting :
ask-language = Langue dans laquelle la traduire :
ask-slug = Dernière partie de son adresse dans cette langue, si elle diffère :
note-examples = Les champs ci-dessous portent des exemples : écrivez les vôtres, puis retirez la ligne draft.
note-translate = Traduisez le titre, les champs et le texte, retirez la ligne draft, puis lancez : colibri i18n mark { $file }
nothing-to-begin = Dites ce qu’il faut commencer, par exemple : { $example }
page-exists = Cette page existe déjà : { $file }. Choisissez un autre chemin, ou modifiez ce fichier.
no-such-form =
    { $guess ->
        [some] Il n’y a pas de formulaire `{ $name }`. { did-you-mean }
       *[none] Il n’y a pas de formulaire `{ $name }`. Voici ceux qui existent : { $known }.
    }
no-such-session = Le formulaire `{ $name }` n’a pas cette séance. Voici celles qui existent : { $known }.
no-session-code = Personne n’a écrit de `code` pour la séance `{ $session }` : ajoutez --deliveries et le fichier de l’exploitant, dont le secret sert à l’hôte pour le faire.
no-such-source =
    { $guess ->
        [some] Il n’y a pas de page `{ $path }` à traduire. { did-you-mean }
       *[none] Il n’y a pas de page `{ $path }` à traduire. Écrivez son chemin sous sa langue, comme news/first-meeting.
    }
nothing-listed = Il n’y en a pas.
hosting = { $folder } est servi à { $url }
not-hosted = Le site ne peut pas être servi : { $error }. Vérifiez le dossier, la base de données et l’adresse, puis recommencez.
few-answers = Il y a { $count } réponses : à moins de { $least }, des résultats parleraient de personnes. --least donne un autre nombre.
answers-failed = { $file } : { $error }
answers-added =
    { $count ->
        [one] { $count } envoi ajouté.
       *[other] { $count } envois ajoutés.
    }
answers-removed =
    { $count ->
        [one] { $count } envoi retiré pour de bon.
       *[other] { $count } envois retirés pour de bon.
    }
answers-restored =
    { $count ->
        [one] { $count } ligne rétablie.
       *[other] { $count } lignes rétablies.
    }
answers-retried =
    { $count ->
        [one] { $count } transmission sera tentée de nouveau.
       *[other] { $count } transmissions seront tentées de nouveau.
    }
answers-kept = { $id } n’est plus suspect.
answers-dropped = { $id } est retiré pour de bon.
no-such-answers = Il n’y a pas d’envoi { $id }.
audit-broken = La ligne { $number } du journal ne découle pas des précédentes : elle, ou une ligne avant elle, a été changée ou retirée.
not-read = { $error }
dkim-not-on-workers = { $file } : [[mail.dkim]] sert à `colibri host`. Ce qu’un Worker envoie est signé par le serveur de courrier : demandez DKIM à son fournisseur.
dkim-none = { $file } ne nomme aucune clé. Ajoutez [[mail.dkim]] avec domain, selector et key_file.
subscribers-unread = La liste ne peut pas être importée : { $error }
subscribers-no-newsletter = il n’y a pas de lettre dans ce dossier. Nommez le dossier du site construit par --site-folder.
subscribers-no-column = Il n’y a pas de colonne « { $column } ». La première ligne nomme les colonnes ; une liste a besoin de { $columns }.
subscribers-too-wide = La ligne { $line } a plus de { $most } cellules.
subscribers-open-quote = Le guillemet qui s’ouvre à la ligne { $line } ou après n’est jamais fermé.
subscribers-refused =
    { $column ->
        [none] ligne { $line } : { $reason }
       *[other] ligne { $line }, { $column } : { $reason }
    }
subscribers-imported =
    { $added ->
        [one] { $added } ajoutée
       *[other] { $added } ajoutées
    }, { $known } déjà là, { $refused ->
        [one] { $refused } refusée
       *[other] { $refused } refusées
    }.
subscribers-bounced = { $hard } à qui on n’écrit plus, { $soft } comptés, { $unknown } sur personne de connu ou déjà comptés, { $others } sans rapport.
subscribers-purged =
    { $count ->
        [one] { $count } personne retirée pour de bon.
       *[other] { $count } personnes retirées pour de bon.
    }
newcomer-cells = cette ligne n’a pas autant de cellules que la première en nomme. Mettez entre guillemets un texte qui contient une virgule.
newcomer-state = on n’importe que des personnes qui reçoivent la lettre : laissez vide, ou écrivez « active ».
newcomer-unknown = « { $value } » n’est rien de ce que le site connaît : { $known }.
newcomer-empty = il n’y a rien ici. Sans le texte, le jour et la page de son accord, on n’écrit à personne.
newcomer-long = plus de { $most } caractères.
newcomer-date = écrivez le jour de l’accord comme 2026-03-12, ou une heure comme 2026-03-12T08:15:00Z, et qui ne soit pas à venir.
newcomer-suppressed = la personne qui a cette adresse est partie ou a demandé qu’on ne lui écrive pas. Elle seule peut revenir, en s’inscrivant.
states-denied =
    { $count ->
        [one] { $count } page est dans un état que --deny interdit.
       *[other] { $count } pages sont dans un état que --deny interdit.
    }
marked =
    { $count ->
        [one] { $count } traduction marquée, { $already } l’étaient déjà.
       *[other] { $count } traductions marquées, { $already } l’étaient déjà.
    }
no-such-page =
    { $file } n’est pas une page de ce site. { $guess ->
        [some] { did-you-mean }
       *[none] Écrivez son chemin depuis le dossier du site, comme content/fr/a-propos.md.
    }
not-marked-source = { $file } est en `{ $code }` : seules les traductions sont marquées.
not-marked-alone = { $file } ne traduit aucune page de `{ $code }`. Écrivez-y translation_of avec l’id de sa source.
not-marked-unclear = { $file } a un réglage `translation` qui n’est pas une marque. Retirez-le, puis relancez la commande.
exported =
    { $count ->
        [one] { $count } fichier écrit.
       *[other] { $count } fichiers écrits.
    }
not-po = { $file }:{ $line } ne se lit pas comme une ligne de fichier PO. Enregistrez-le de nouveau avec votre outil de traduction.
po-unread = { $file } ne peut pas être lu : { $error }.
po-without-head = { $file } n’a pas de { $name } dans son en-tête. Exportez-le de nouveau avec colibri i18n export.
po-of-no-page = { $file } traduit la page `{ $id }`, qui n’existe plus.
imported-open = { $file } : le texte de la langue `{ $code }` reste à la ligne { $lines } de la source.
po-open = { $file } : non traduit, ou douteux, à la ligne { $lines } de { $source }. Traduisez-le, ou prenez le texte de la source avec --incomplete source.
po-other-shape = { $file } : la traduction de la ligne { $line } de { $source } en fait un texte d’une autre nature, comme une liste d’un paragraphe. Commencez-la comme le fait la source.
po-unclear-mark = { $file } : la page a un réglage `translation` qui n’est pas une marque. Retirez-le, puis relancez la commande.

## colibri address

address-fine = correcte
address-wire = sur le réseau { $wire }
address-smtputf8 = chaque serveur en chemin doit connaître SMTPUTF8
address-mixed-scripts = des lettres de plusieurs écritures se côtoient : vérifiez que chacune est bien ce qu’elle paraît
address-long-local = plus de 64 octets avant le @, ce que certains serveurs refusent
address-a-label = ce qui précède le @ commence par xn--, qui n’y veut rien dire
address-set-aside = son domaine est réservé aux essais ou aux réseaux privés : aucun courrier n’y arrive
address-slip = vouliez-vous écrire { $meant } ?
unsaid-newsletter = `{ $key }` de [newsletter] manque en : { $codes }.
    .because = Qui s’inscrit accepte ce texte et reçoit des lettres sous ce nom : chaque langue du site doit pouvoir les lire.
    .mend = Ajoutez un texte par langue : { $key } = {"{"} en = "...", fr = "..." {"}"}.
bad-topic =
    { $case ->
        [twice] Deux sujets de la lettre s’appellent `{ $id }`.
        [many] La lettre a plus de { $most } sujets.
       *[shape] `{ $id }` ne peut pas être l’identifiant d’un sujet.
    }
    .because =
    { $case ->
        [many] Personne ne choisit parmi autant.
       *[other] Ce que chacun a choisi est gardé sous cet identifiant : il ne doit désigner qu’une chose.
    }
    .mend =
    { $case ->
        [twice] Renommez ou retirez l’un d’eux.
        [many] Retirez-en, ou réunissez-en plusieurs.
       *[shape] Écrivez des minuscules sans accent, des chiffres et des traits d’union, comme new-courses ; ce que lisent les gens est dans name = {"{"} en = "...", fr = "..." {"}"}.
    }

## colibri search

search-not-built = Il n’y a pas de site construit dans { $folder } : lancez d’abord colibri build, ou donnez son dossier avec --site.
search-total = { $total ->
    [0] Aucune page trouvée.
    [one] Une page trouvée.
   *[other] { $total } pages trouvées.
}
search-mended = Aucune page ne contient « { $typed } » : voici celles qui contiennent « { $found } ».
search-set-unread = { $file } ne peut pas être lu : { $error }
search-set-line = La ligne { $line } de { $file } n’a pas la forme que décrit colibri search eval --help.
