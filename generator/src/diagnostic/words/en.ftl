# What Colibri says, in English.
#
# One message for each kind of finding, by its id: what is wrong; .because, why it matters; .mend, what to type instead.
# Below them, the words that several share, and what the commands say.

## Settings, front matter and other declarations

broken-toml = This is not valid TOML: { $reason }.
    .because = Colibri cannot know what was meant, so nothing of this part can be used.
    .mend = Write one `key = value` a line, texts between straight quotes: title = "My page".
unknown-key =
    { $where ->
        [top] `{ $key }` is not a key.
       *[table] `{ $key }` is not a key of `{ $table }`.
    }
    .because = A key that nobody reads is most often a slip of the keyboard, and its value would be lost.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Remove it, or use one of: { $known }.
    }
unknown-value = `{ $value }` is not a value of `{ $key }`.
    .because = The values it can have are: { $known }.
    .mend = Write { $name } = "{ $near }".
wrong-kind = `{ $key }` should be { $expected }, and this is { $found }.
    .because = Colibri cannot guess what was meant.
    .mend = Write { $expected }.
missing-key =
    { $case ->
        [part] `{ $key }` is missing here.
       *[file] `{ $key }` is missing.
    }
    .because =
    { $key ->
        [base_url] Feeds, sitemap and language links need the full address of the site.
        [thanks] Whoever sends the form must see that it has arrived.
       *[other] Without it this part means nothing.
    }
    .mend =
    { $key ->
        [base_url] Add a line base_url = "https://your-site.org".
        [thanks] Add a line thanks = "contact/thanks", with the id of the page that thanks.
       *[other] Add a line { $key } = "...".
    }
bad-base-url = `{ $value }` is not the address of a site.
    .because = Feeds, sitemap and language links are made from it.
    .mend = Write scheme and host, such as "https://your-site.org".
no-language = No language is declared.
    .because = Every page is written in a language, and lives in the folder named after it.
    .mend = Add a line [languages.en] and below it name = "English".
unknown-language =
    { $case ->
        [folder] The folder `{ $code }` is not a language of this site.
       *[other] `{ $code }` is not a language of this site.
    }
    .because =
    { $case ->
        [reference] The languages declared are: { $known }.
        [folder] Pages live in a folder named after their language: { $known }.
       *[text] Nobody would ever read this text.
    }
    .mend =
    { $case ->
        [reference] Write reference = "{ $near }", or add [languages.{ $code }].
        [folder]
            { $guess ->
                [some] Rename the folder to `{ $near }`, or add [languages.{ $code }] to site.toml.
               *[none] Add [languages.{ $code }] to site.toml, or move the folder out of content.
            }
       *[text]
            { $guess ->
                [some] { did-you-mean }
               *[none] Remove it, or add [languages.{ $code }] to site.toml.
            }
    }
bad-language = `{ $code }` is not a language code.
    .because = Browsers and screen readers choose letters and voice by it.
    .mend = Write a code such as fr, pt-br or ar.
wrong-number-of-names = `{ $key }` has { $found } names.
    .because = There are { $wanted } of them, and each has its place.
    .mend = Write all { $wanted }, each between quotes.
unclosed-front-matter = The front matter begins here and never ends.
    .because = Colibri cannot tell the page's settings from its text.
    .mend = Add a line of its own with +++ after the last setting.
other-front-matter = This front matter is not TOML.
    .because = Colibri reads settings written in TOML between two lines of +++.
    .mend = Write +++ instead of --- above and below, and each setting as key = "value".
unknown-taxonomy = `{ $name }` is not a taxonomy of this site.
    .because =
    { $case ->
        [empty] The taxonomies that site.toml declares are: none.
       *[other] The taxonomies that site.toml declares are: { $known }.
    }
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Add [[taxonomies]] with name = "{ $name }" to site.toml, or remove these terms.
    }
missing-title = This page has no title.
    .because = Readers, search engines and screen readers know a page by its title.
    .mend = Begin the file with a line +++, a line title = "Your title" and a line +++.

## Files

no-history =
    { $case ->
        [git] The history of the pages is not known: git cannot be run on this machine.
        [shallow] The history of the pages is not known: this copy of the repository holds only its last commits.
        [long] The history of the pages is not known: git took too long, or had too much to say.
       *[repository] The history of the pages is not known: this folder is in no git repository that has commits.
    }
    .because = Pages are made without the dates of their changes.
    .mend =
    { $case ->
        [git] Install git, or remove [history] from site.toml.
        [shallow] Fetch what is missing: git fetch --unshallow, or fetch-depth: 0 in a workflow.
       *[other] Make the site in its repository, or remove [history] from site.toml.
    }
unreadable =
    { $case ->
        [site] { $reason }
       *[file] This file cannot be read: { $reason }.
    }
    .because =
    { $case ->
        [site] The site cannot be made without it.
       *[file] The site would miss what it holds.
    }
    .mend =
    { $case ->
        [site] Put the folder and its site.toml back.
       *[file] Check that the file exists and that you may read it, or remove it.
    }
link-outside = This link leads out of the site's folder.
    .because = A build may only read the site itself, or a page could publish any file of the machine.
    .mend = Copy the file into the site's folder instead of linking to it.
link-loop = This link leads back to a folder that contains it.
    .because = Following it would never end.
    .mend = Remove the link, or make it point at a folder that does not contain it.
file-too-large = This file weighs { $size } MB; the most is { $limit } MB.
    .because = A visitor on a slow connection would wait for minutes, and hosts refuse such files.
    .mend = Split it, make it smaller, or publish it elsewhere and link to it.
not-utf8 = From this place on, the file is not UTF-8 text.
    .because = Letters would come out as other letters or as question marks.
    .mend = Save the file again with the encoding UTF-8 in your editor.

## Pages and addresses

same-page = This is the same page as { $first }.
    .because = Both have the id that their path or translation_of gives, so one would hide the other.
    .mend = Rename one of the two files, or remove it.
same-address =
    { $case ->
        [itself] This stands at the same address as another part of the same file: { $path }.
       *[other] This stands at the same address as { $first }: { $path }.
    }
    .because = Only one of them could be published, and the other would vanish without a word.
    .mend = Give one of them another slug, name or alias.
bad-slug = `{ $value }` cannot be part of an address.
    .because = A slug is one step of the address: letters, numbers, - and . inside; it cannot leave its section.
    .mend = Write one short word or several joined by -, such as "our-network".
bad-alias = `{ $value }` cannot be an old address of this site.
    .because = An alias is a path inside the site; it cannot leave it, nor begin a part with . or _.
    .mend = Write the old path, such as "/old/news/".
no-home = The language `{ $code }` has no first page.
    .because = Visitors who choose this language would find nothing.
    .mend = Make the file content/{ $code }/_index.md, with a title, or remove [languages.{ $code }] from site.toml.
folder-without-index = This folder has pages and no first page.
    .because = No list shows its pages, so readers may never find them.
    .mend = Make the file { $file }, with a title.
missing-translation =
    { $more ->
        [0] { $count } of { $total } pages of `{ $reference }` are not translated into `{ $code }`: { $pages }.
       *[other] { $count } of { $total } pages of `{ $reference }` are not translated into `{ $code }`: { $pages } and { $more } more.
    }
    .because = Readers of this language do not see these pages in lists or menus.
    .mend = Copy content/{ $reference }/{ $first }.md to content/{ $code }/{ $first }.md and translate it, and so on.
orphaned-translation =
    { $more ->
        [0] Nothing in `{ $reference }` is the source of these pages of `{ $code }`: { $pages }.
       *[other] Nothing in `{ $reference }` is the source of these pages of `{ $code }`: { $pages } and { $more } more.
    }
    .because = What they translated was perhaps moved or removed, and their readers cannot change language there.
    .mend = Write translation_of = "..." with the id of its source into { $first }.md, remove the page, or set optional = true for its section in site.toml.
stale-translation =
    { $count ->
        [one] { $source } has changed since this translation was made, at line { $lines }.
       *[other] { $source } has changed since this translation was made, at lines { $lines }{ $more ->
            [0] .
           *[other] {" "}and { $more } more.
        }
    }
    .because = Readers of this language are told what is no longer so.
    .mend = Translate what has changed, then run colibri i18n mark { $file }.
bad-mark = This page cannot be a translation from `{ $code }`.
    .because = The other languages of this site are: { $known }.
    .mend = Write of = "{ $near }".
unknown-page = There is no page `{ $id }`.
    .because = What leads to it would lead nowhere.
    .mend = { right-page }
wrong-menu-entry =
    { $case ->
        [several] This entry of a menu leads to several places.
        [untitled] This entry of a menu has no words.
        [address] `{ $value }` is not an address.
        [deep] These entries stand too deep in a menu.
       *[nowhere] This entry of a menu leads nowhere and holds no others.
    }
    .because =
    { $case ->
        [several] Colibri cannot choose for you.
        [untitled] Only a page brings a title of its own.
        [address] A browser would take it for a page of this site, or could run a program.
        [deep] A menu has { $value } levels at most: further down nobody finds anything.
       *[nowhere] Readers would see nothing.
    }
    .mend =
    { $case ->
        [several] Keep one of page, path and url.
        [untitled] Add title = "...", or a text for each language: title = {"{"} en = "...", fr = "..." {"}"}.
        [address] Begin it with https://, mailto: or tel:, or with / if it is on this site; for a page of the site write page = "about".
        [deep] Move them one level up, or let a page list them.
       *[nowhere] Add page = "about", path = "/assets/plan.pdf" or url = "https://...", or remove the entry.
    }
unused-menu = No template shows the menu `{ $name }`.
    .because = Readers never see its entries.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Use one of: { $known }; or ask for it in a template by menu(name="{ $name }").
    }
unknown-template = There is no template `{ $name }`.
    .because = The page cannot be made without it.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Remove the line, or make the template first.
       *[none] Use one of: { $known }.
    }
unknown-form = There is no form `{ $name }`.
    .because = The page cannot be made without it.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Remove the line, or make the form first.
       *[none] Use one of: { $known }.
    }

## Types and fields

unknown-type = There is no type `{ $name }`.
    .because = The type says which fields a page has and how it is shown.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Declare it in content/types/{ $name }.toml.
       *[none] Use one of: { $known }; or declare it in content/types/{ $name }.toml.
    }
unknown-field = `{ $name }` is not a field of `{ $type }`.
    .because = A field that nobody reads is most often a slip of the keyboard, and its value would be lost.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Remove it, or name the type of the page, such as type = "event".
       *[none] Remove it, or use one of: { $known }.
    }
missing-field = The field `{ $name }` is missing: every page of the type `{ $type }` needs it.
    .because = Readers look for it there, and lists and calendars are made from it.
    .mend = Below a line [fields] between the two lines of +++, write { $name } = { $example }.
repeated-field = `{ $name }` is the same in all languages, and says something else here.
    .because = It is written once, in { $file }; what stands here is not used.
    .mend = Remove this line, or change the other file.
out-of-range =
    { $case ->
        [min] `{ $name }` should be { $min } or more.
        [max] `{ $name }` should be { $max } or less.
       *[both] `{ $name }` should be between { $min } and { $max }.
    }
    .because = The declaration of this field sets these limits, and what lies beyond is most often a slip.
    .mend = Correct the number, or change min and max in the file of the type.
ends-before-start = `{ $name }` ends before it starts.
    .because = Calendars would show it on the wrong days, or not at all.
    .mend = Correct start or end: year first, then month, then day.
unknown-zone = `{ $zone }` is not the name of a time zone.
    .because = People elsewhere are shown the hour by it.
    .mend = Write a continent and a city, such as "Africa/Dakar" or "Europe/Paris".
missing-alt = The picture of `{ $name }` has no words that stand for it.
    .because = Who cannot see it, and who waits for it on a slow connection, is told nothing.
    .mend = Write { $name } = {"{"} src = "photo.jpg", alt = "What the picture shows" {"}"}.
broken-picture =
    { $case ->
        [large] { $picture } has { $found } million pixels; { $limit } million are the most.
        [ending] { $picture } is not in the format that its name says: it is a picture in the format { $found }.
        [drawing] { $picture } is not a drawing in SVG that can be read.
       *[broken] { $picture } is not a whole picture: it is cut off, damaged, or no picture at all.
    }
    .because =
    { $case ->
        [large] So large a picture could use up the memory of the machine that builds the site.
        [ending] Some programs and hosts go by the name, and would show nothing.
       *[other] Readers would see a hole where it should be.
    }
    .mend =
    { $case ->
        [large] Make it smaller: { $limit } million pixels are more than any screen shows.
        [ending] End its name with .{ $found }, or save it again in the format that its name says.
       *[other] Open it in a program for pictures, save it again, and put it in the place of this one.
    }
picture-without-words = This picture has no words that stand for it.
    .because = Who cannot see it, and who waits for it on a slow connection, is told nothing.
    .mend = Write what it shows between the square brackets, or "decorative" behind its file if it only decorates: ![](line.png "decorative").
wrong-widths = A layout of pictures needs from 1 to { $most } widths, none above { $widest } pixels.
    .because = Each width is a file of each picture in each format.
    .mend = Write widths = [480, 960].
missing-file = There is no file { $file }.
    .because = Readers would see a hole where it should be, or a download that fails.
    .mend =
    { $guess ->
        [some] Did you mean { $folder }/{ $near }?
       *[none] Check the spelling, or put the file there.
    }
wrong-reference = `{ $name }` should name a page of the type `{ $wanted }`; `{ $id }` is of the type `{ $type }`.
    .because = The page would show one thing where readers look for another.
    .mend = Name a page of the type `{ $wanted }`, or write type = "{ $wanted }" in that page.
unknown-term = `{ $name }` is not a term of `{ $taxonomy }` in this language.
    .because = What leads to it would lead nowhere.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Write a term that at least one page bears.
    }
same-code = The code `{ $code }` is already that of { $first }.
    .because = A code names one page and no other, in catalogues and in what people write down.
    .mend = Give this page another code, or remove the line and one is proposed.
missing-code = This page has no `{ $name }`; `{ $code }` is used until it has.
    .because = A code that is not written down changes when a page is added or removed before it.
    .mend =
    { $case ->
        [row] Write { $code } in the column `{ $name }` of this row.
       *[page] Below a line [fields] between the two lines of +++, write { $name } = "{ $code }".
    }
bad-rule = `{ $rule }` is not a rule for codes.
    .because = A rule is made of letters, {"{"}section{"}"}, {"{"}year{"}"} and, once, {"{"}number:3{"}"}: a number of three digits.
    .mend =
    { $guess ->
        [some] Did you mean {"{"}{ $near }{"}"}?
       *[none] Write a rule such as "C-{"{"}number:3{"}"}".
    }

## Tables of data

wrong-cell = In the column `{ $key }`, `{ $value }` is not { $expected }.
    .because = Pages would show a value that means nothing, or none.
    .mend = Write { $expected }, or leave the cell empty.
missing-cell = This row has nothing in the column `{ $name }`.
    .because = Every row needs it: its declaration, or what is made of the rows, says so.
    .mend = Fill in the cell, or remove the row.
uneven-row = This row has { $found } cells; the first row has { $wanted } headings.
    .because = From the missing or the surplus cell on, values would stand in the wrong column.
    .mend = Leave a cell empty rather than out, and put quotes around a text that contains what parts the cells.
unclosed-quote = This quote never ends.
    .because = Everything after it, to the end of the file, would be one cell.
    .mend = Put a second " at the end of the text; a quote inside of it is written twice.
bad-heading =
    { $case ->
        [empty] This column has no heading.
       *[repeated] Two columns are called `{ $name }`.
    }
    .because = Nobody could say which column is meant.
    .mend = Give each column a heading of its own in the first row.
unknown-column = There is no column `{ $name }`.
    .because = Its cells would be lost: nothing says what they are.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Use one of: { $known }; or declare it below [columns] in the file that ends with .table.toml.
    }
same-data = Two files of data are called `{ $name }`; the other is { $first }.
    .because = Nobody could say which of them is meant.
    .mend = Give this file another name, or remove one of the two.
data-too-large =
    { $case ->
        [columns] This table has more than { $limit } columns.
       *[rows] This table has more than { $limit } rows.
    }
    .because = Every build reads all of it, and no reader does.
    .mend = Split it into several files.
broken-json =
    { $case ->
        [shape] This file is not a list of rows ({ $reason }).
       *[syntax] This JSON cannot be read ({ $reason }).
    }
    .because = Nothing of the file can be used.
    .mend = Write rows as [{"{"} "name": "one" {"}"}, {"{"} "name": "two" {"}"}], with quotes around names and texts.

unknown-data = There is no table `{ $name }` in the folder data.
    .because = The pages of this section are to be made from its rows.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [empty] Create data/{ $name }.csv: a first row with headings, then a row for each page.
       *[none] Create data/{ $name }.csv, or name one of: { $known }.
    }
same-row = This row is for the same page as line { $line }: `{ $name }`.
    .because = One of the two would hide the other.
    .mend = Remove one of them, or write something else in the column that gives the address.

unknown-facet =
    { $guess ->
        [field] The list of this section is not divided by `{ $name }`: its type does not say so.
       *[other] The pages of this section have no `{ $name }` by which their list can be divided.
    }
    .because = Readers would look for a choice that is not there.
    .mend =
    { $guess ->
        [some] { did-you-mean }
        [field] Add facet = true to this field in the file of the type, or name one of: { $known }.
       *[none] Name one of: { $known }.
    }
too-many-values = `{ $name }` has more than { $limit } values in this section.
    .because = That is no choice for a reader; no pages are made for it.
    .mend = Remove it from facets, or name a field that divides the list into fewer parts.

## Text and links

nested-too-deep =
    { $what ->
        [components] Components stand in one another more than { $depth } deep here.
       *[quotes] Quotes or lists stand in one another more than { $depth } deep here.
    }
    .because = No reader could follow, and browsers of old phones would stop.
    .mend =
    { $what ->
        [components] End one of the blocks above before this one begins.
       *[quotes] Remove some of the > or the spaces at the beginning of these lines.
    }
broken-formula = This formula cannot be read: { $reason }.
    .because = It is shown by MathML, which needs whole commands and closed braces.
    .mend = Correct it, or write \$ where no formula is meant.
removed-html = The HTML tag <{ $name }> is not published.
    .because = Raw HTML can run programs in the reader's browser or break the page for screen readers.
    .mend = Write it in Markdown, or remove it.
unsafe-link = A link may not begin with `{ $scheme }:`.
    .because = It could run a program in the reader's browser or open a file of their machine.
    .mend = Link to a page, a file of the site, or an address that begins with https:, mailto: or tel:.
dead-link =
    { $case ->
        [address] A link leads to `{ $link }`, which is not there.
       *[other] This link leads to `{ $link }`, which is not there.
    }
    .because = A reader who follows it would find nothing.
    .mend =
    { $case ->
        [address] Correct the address in the text or in the template, or link to the file of the page: [text](/about.md).
        [file] Check the spelling, or put the file beside this page.
       *[page] { right-page }
    }
dead-anchor = A link leads to `{ $link }`, and that page has no such anchor.
    .because = A reader who follows it lands at the top of the page instead of the passage.
    .mend = Use the anchor of a heading: its words in lower case joined by -, or the one written {"{"}#like-this{"}"}.
dead-external-link =
    { $case ->
        [host] This link leads to `{ $link }`, and there is no such site.
        [certificate] This link leads to `{ $link }`, whose certificate is not to be trusted.
       *[status] This link leads to `{ $link }`, which is not there any more (status { $status }).
    }
    .because =
    { $case ->
        [certificate] Browsers warn their readers and do not open it.
       *[other] A reader who follows it finds nothing.
    }
    .mend =
    { $case ->
        [certificate] Tell the people of that site, or remove the link until it is mended.
       *[other] Look for its new address, link to a copy in an archive of the web, or remove the link.
    }
moved-external-link = `{ $link }` has moved to `{ $to }`.
    .because = That site may one day stop sending readers on.
    .mend = Open the new address; if it is the right one, write it instead.
unsure-external-link =
    { $case ->
        [slow] `{ $link }` did not answer in time.
        [unreachable] `{ $link }` could not be reached.
        [private] `{ $link }` stands inside a network, and was not asked.
        [circle] `{ $link }` sends from one address to the next without an end.
        [unasked] `{ $link }` was not asked: the time for all links had passed.
       *[status] `{ $link }` does not say whether it is there (status { $status }).
    }
    .because =
    { $case ->
        [private] Readers elsewhere cannot reach it.
       *[other] It may be there for readers and not for a program, or be away for a moment.
    }
    .mend =
    { $case ->
        [private] Write an address that everybody reaches.
       *[other] Open it in a browser. If it is there, and this is said again and again, name it in site.toml: [links] ignore = ["{ $link }"].
    }
link-to-other-language = `{ $path }` is not translated; the link leads to the page in `{ $code }`.
    .because = A reader who follows it meets another language.
    .mend = Translate that page, or link to one that is.
unreachable-page = No link leads to this page from the home in { $language }.
    .because = Who begins there never finds it, and search engines find it late.
    .mend = Name it in the menu of site.toml, link to it from a page, or put it into a section that lists its pages. A page that is meant for those alone who know its address says noindex = true.

## What pages cost their readers

unknown-budget = There is no kind of page `{ $name }` to budget.
    .because = No page would ever be held to this budget.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Use one of: { $known }.
    }
too-heavy = This page weighs { $found } bytes as a reader receives it, and [budgets.{ $kind }] allows { $limit }.{ others-too }
    .because = Of these its text takes { $text }, the style { $style }, and what the theme puts around it { $frame }. On a slow connection each is waited for, and often paid for.
    .mend =
    { $most ->
        [text] Shorten the text or share it out over two pages.
        [style] Take out of the styles what this page does not use.
       *[frame] Shorten menus and lists of the theme that stand on every page.
    } If the page must be as it is, raise weight in [budgets.{ $kind }] of site.toml.
too-many-requests = To show this page a browser asks { $found } times, images aside, and [budgets.{ $kind }] allows { $limit }.{ others-too }
    .because = On a slow connection each request costs a second or more before anything of it comes.
    .mend = Take out a script, a frame or a style that the template calls; or raise requests in [budgets.{ $kind }] of site.toml.
too-many-images = This page shows { $found } images, and [budgets.{ $kind }] allows { $limit }.
    .because = Images are most of what a page weighs, and each is a request of its own.
    .mend = Keep those that say what words cannot; or raise images in [budgets.{ $kind }] of site.toml.
too-many-elements = Around its text this page has { $found } elements, and [budgets.{ $kind }] allows { $limit }.{ others-too }
    .because = An old phone needs time and memory for each of them, and a screen reader passes them all.
    .mend = Shorten menus and lists of the theme, or take out elements of its template that only hold others; or raise elements in [budgets.{ $kind }] of site.toml.

## Components in a text

broken-directive =
    { $case ->
        [name] No name follows these colons.
        [behind] This cannot stand behind the name of a component.
        [brace] These arguments have no end.
        [quote] This value has no end.
        [curly] This is not a straight quote.
        [many] These are too many arguments.
       *[argument] This is no argument.
    }
    .because = Colibri cannot know which component is meant, or with what.
    .mend =
    { $case ->
        [name] Write the name of a component behind the colons, such as :::callout.
        [behind] Put it on the next line, or between braces as title="...".
        [brace] Write {"}"} behind the last argument, on the same line.
        [quote] Write " behind the value, on the same line.
        [curly] Write "..." around the value.
        [many] Keep those that the component has.
       *[argument] Write name=value or name="two words".
    }
unclosed-component = The block `{ $name }` begins here and never ends.
    .because = Nothing tells what is inside it and what comes after.
    .mend = Write { $colons } on a line of its own where it ends, or ::{ $name } with two colons if it has no text.
stray-component-end = Nothing that is open ends here.
    .because = No block above begins with { $colons } colons and waits for its end.
    .mend = Remove this line, or write as many colons as where the block begins.
crossing-component = The block `{ $name }` begins in a list or a quote and ends outside of it.
    .because = A block is wholly inside a list item or a quote, or wholly around it.
    .mend = Indent both lines of colons as the text of the item, or put both outside of the list.
unknown-component = `{ $name }` is not a component of this theme.
    .because = Colibri cannot know what should stand here.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Write one of: { $known }.
    }
unknown-argument = `{ $name }` is not an argument of `{ $component }`.
    .because = What nobody reads would be lost.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none]
            { $count ->
                [0] Remove it: this component has no argument.
               *[other] Remove it, or use one of: { $known }.
            }
    }
repeated-argument = `{ $name }` is given twice.
    .because = Colibri cannot know which of the two is meant.
    .mend = Remove one of them.
missing-argument = `{ $component }` needs the argument `{ $name }`.
    .because = Without it the component would be incomplete, or of no use to some readers.
    .mend = Write { $name }={ $example } between its braces.
wrong-argument = `{ $name }` should be { $expected }, and this is `{ $value }`.
    .because = The component could not show it.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Write { $expected }.
    }
component-without-text = `{ $name }` takes no text.
    .because = What stands between its two lines would be lost.
    .mend = Write ::{ $name } with two colons on one line, and remove the line that ends it.
component-without-template = The component `{ $name }` has no template.
    .because = Nothing says what it looks like.
    .mend = Make the file templates/{ $template } in the same theme, or remove this declaration.
image-without-alternative = This component takes an image and no text that stands for it.
    .because = Readers who cannot see the image would not know what it shows.
    .mend = Add [arguments.alt] with required = true.
choice-without-values = `{ $name }` is a choice between no values.
    .because = Whatever a text says, it would be wrong.
    .mend = Add values = ["one", "other"] below it.

# What an argument of a component should be.
wants-number = a whole number, 0 or more
wants-boolean = true or false
wants-choice = one of: { $values }
wants-page = the id of a page, such as news/boat
wants-image = an image of the site, such as /assets/boat.jpg
wants-file = a file beside this page or in assets, such as /assets/boat.jpg
wants-form = the id of a form in content/forms
wants-section = the id of a section, such as news
wants-term = a tag that a page of this language bears
wants-data = a table of the folder data, such as members
wants-column = a column of this table

## Forms

bad-form = { $reason }
    .because = Nobody could answer this form, or its answers could not be kept.
    .mend = Correct the form's file; docs/forms.md shows each setting with an example.
form-fault-id = A form's file is named with lowercase letters, digits and hyphens.
form-fault-no-fields = A form needs at least one field.
form-fault-many-fields = A form has at most 60 fields.
form-fault-title = A form needs a title in the site's first language.
form-fault-thanks = A form needs a page that thanks.
form-fault-closes = The form closes before it opens: `closes` is not after `opens`.
form-fault-maximum = `maximum` is 0: nobody could answer.
form-fault-keep-days = `keep_days` is from 1 to 36500.
form-fault-once = `once_per` does not name a field by which a person is known: a text, an address or a number that is required and always asked.
form-fault-no-quiz = `right`, `points`, `explain` and `feedback` are for quizzes: the form needs a table `[quiz]`.
form-fault-quiz-empty = This is a quiz, and no field says what is `right`.
form-fault-quiz-pass = `pass` is a percentage: from 0 to 100.
form-fault-quiz-certificate = There is a `certificate`, and nobody passes: say how many percent are needed, as `pass = 60`.
form-fault-quiz-name = `certificate` does not name a field that holds a person’s name: a `text` that is `required`.
form-fault-quiz-score = In a quiz no field is named `score`: there the points are kept.
form-fault-step-count = A form has from 2 to 10 steps, or none.
form-fault-step-first = Each step begins with a field (`first`): the first step with the first field of the form, each next one with a later field.
form-fault-step-title = Each step needs a title in the site's first language.
form-fault-twice = Two fields are named `{ $field }`.
form-fault-name = The field `{ $field }`: a field is named with a lowercase letter, then lowercase letters, digits, hyphens and underscores.
form-fault-label = The field `{ $field }` needs a label in the site's first language.
form-fault-version = The field `{ $field }` has a `version`, which only the kind consent has.
form-fault-version-line = The `version` of the field `{ $field }` is not one line of at most 60 bytes, without spaces around it.
form-fault-value = The field `{ $field }` has a `value`, which only the kind hidden has.
form-fault-hidden = The hidden field `{ $field }` needs a `value`, or `choices` that a link may say.
form-fault-hidden-rules = The hidden field `{ $field }` cannot be required nor depend on an answer: nobody sees it.
form-fault-right-kind = The field `{ $field }` has a right answer (`right`), and is of a kind that cannot be marked. These can: `choice`, `choices`, `ranking`, `number`, `text`, `date`, `time`.
form-fault-right = The right answer of the field `{ $field }` cannot be given: `right` names values of its `choices` (all of them, for a `ranking`), or a whole number.
form-fault-right-if = The field `{ $field }` has a right answer, and is not asked of everybody: leave out `show_if`.
form-fault-points = The field `{ $field }` is worth from 1 to 100 `points`.
form-fault-no-choices = The field `{ $field }` needs `choices`.
form-fault-choices = The field `{ $field }` has `choices`, and its kind has none.
form-fault-sessions = The field `{ $field }` has choices with `opens`, `closes` or `code`, which only the kind session has.
form-fault-session-always = The field `{ $field }` says at which session somebody was: it must be `required`, without `show_if`.
form-fault-session-one = A form has one field of the kind session, and `{ $field }` is a second one.
form-fault-session-code = A `code` of the field `{ $field }` has fewer than 4 letters and digits: anybody would find it.
form-fault-session-same-code = Two sessions of the field `{ $field }` have the same `code`, read without case, spaces and signs.
form-fault-session-closes = A session of the field `{ $field }` closes before it opens: `closes` is not after `opens`.
form-fault-same-value = Two choices or rows of the field `{ $field }` have the same value.
form-fault-empty-value = A choice or a row of the field `{ $field }` has no value.
form-fault-many-choices = The field `{ $field }` has more than 300 choices.
form-fault-no-rows = The matrix `{ $field }` needs `rows`: what is judged, line by line.
form-fault-rows = The field `{ $field }` has `rows`, which only the kind matrix has.
form-fault-many-parts = The field `{ $field }` has more than 20 lines.
form-fault-part-name = The lines of the field `{ $field }` have values made of lowercase letters, digits, hyphens and underscores, a letter first.
form-fault-min-max = The `min` of the field `{ $field }` is greater than its `max`.
form-fault-negative = The `min` and the `max` of the field `{ $field }` cannot be negative.
form-fault-long = The `max` of the field `{ $field }` is above 10000 characters.
form-fault-steps = The scale `{ $field }` needs at least 2 steps and has at most 11.
form-fault-ends = The field `{ $field }` has `low` or `high`, which only scales and ratings have.
form-fault-pattern-kind = The field `{ $field }` has a `pattern`, which only the kinds text, phone and url have.
form-fault-pattern = The `pattern` of the field `{ $field }` cannot be read, or stands for too many texts.
form-fault-pattern-error = The field `{ $field }` has a `pattern`, and no `error` that tells people what is asked.
form-fault-matches = The field `{ $field }` repeats a field that does not stand before it, or is of another kind.
form-fault-condition-field = The field `{ $field }` depends on a field that is not there.
form-fault-condition-order = The field `{ $field }` depends on a field that does not stand before it.
form-fault-condition-kind = The field `{ $field }` depends on a field in which nothing is chosen.
form-fault-condition-answer = The field `{ $field }` depends on an answer that nobody can give.
untranslated-form = The form lacks in `{ $code }`: { $texts }.
    .because = A visitor would meet a question in a language they may not read.
    .mend = Add { $code } = "..." beside the other languages of each of these texts.
form-title = the title
form-step = the title of the step that begins with `{ $first }`
form-label = the label of `{ $field }`
form-text = the `{ $key }` of `{ $field }`
form-choice = the choice `{ $choice }` of `{ $field }`

## Themes, styles and words

unknown-theme = There is no theme `{ $name }`.
    .because = Without a theme no page can be made.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Put it in themes/{ $name }, or use one of: { $known }.
    }
theme-circle = This theme extends `{ $name }`, which already extends it: { $seen }.
    .because = A theme takes from its parent what it lacks, so the line of parents must end.
    .mend = Remove `extends` from one of these themes.
missing-template = The theme has no template `{ $name }`. { met-while-making }
    .because = Some pages cannot be made without it.
    .mend = Add it to the theme or to the site's templates folder.
template-error =
    { $pages ->
        [0] This template cannot be used: { $reason }
       *[other] This template cannot be used: { $reason } { met-while-making }
    }
    .because = The pages that need it cannot be made.
    .mend = Correct the template at this place, or the page if it gives the template something unexpected.
broken-style = This style cannot be used: { $reason }.
    .because = Pages would lose their looks, or a part of them.
    .mend = Mend the style at this place; a file that is imported must stand in the theme's or the site's styles folder.
low-contrast =
    { $scheme ->
        [dark] In the dark, `{ $text }` is too close to `{ $on }`: a contrast of { $ratio }, and { $least } is the least.
       *[light] `{ $text }` is too close to `{ $on }`: a contrast of { $ratio }, and { $least } is the least.
    }
    .because = People who see less, and everybody in the sun, could not read what is written in it.
    .mend = Write --{ $text }: { $mended }, the nearest that can be read, or a colour that is farther still.
unknown-colour = `{ $name }` is not a colour of the theme.
    .because = The contrast that the theme promises for it cannot be measured.
    .mend = Set --{ $name } in :root, as a colour that nothing shines through, or take the name out of [[contrast]].
missing-funder =
    { $others ->
        [0] This page does not say who pays for it.
       *[other] This page does not say who pays for it, and { $others } more of the kind `{ $kind }` do not either.
    }
    .because = The settings promise this sentence to those who give the money, on every page.
    .mend = Write {"{{"} site.funder {"}}"} in the template of these pages, or take [funder] out of site.toml.
unsaid-funder = `[funder]` has no sentence in { $codes }.
    .because = Pages in these languages would not say who pays for them.
    .mend = Add the sentence beside the others, as the funder words it in that language.
bad-synonyms =
    { $count ->
        [one] `{ $word }` stands alone: a group of words that say the same has two at least.
       *[other] `{ $word }` is not one word.
    }
    .because = People who search for one of these words would not find the pages that have another.
    .mend = Write single words with commas between them, such as "course, training".
broken-words = This is not valid Fluent: { $reason }.
    .because = The words from here to the next blank line cannot be used.
    .mend = Write one message a line: search = Search. A longer text goes on below, each line begun with spaces.
missing-words =
    { $count ->
        [one] { $language } has no word for `{ $first }`.
       *[other] { $language } has no words for { $words }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }.
    }
    .because = Its pages say them in another language: { $from }.
    .mend = Add a line to this file for each, such as { $first } = ...
unused-words =
    { $count ->
        [one] Nobody uses the word `{ $first }`.
       *[other] Nobody uses { $count } words of this file: { $words }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }.
    }
    .because = No template, no type and no part of Colibri asks for what stands there: whoever translates it works in vain.
    .mend = Remove it, or correct the name if a template writes it otherwise.
unknown-message = There is no word `{ $name }` in this file.
    .because = A word can only put words of its own file into itself; readers would see the name between braces.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Add the word to this file, or write the text itself.
    }
unknown-variable = `{ $key }` has no value `{"{"} ${ $name } {"}"}`.
    .because = Readers would see the name between braces instead of a value.
    .mend =
    { $guess ->
        [some] Write {"{"} ${ $near } {"}"}.
       *[none] Write the text without it.
    }
missing-variable = `{ $key }` does not say { $names }.
    .because = In { $model } this word has it, and these readers are not told.
    .mend = Write {"{"} ${ $name } {"}"} where the value should stand.
unknown-word = There is no word `{ $key }` in any language.
    .because = No page has met this place of the template yet; the first that does cannot be made.
    .mend =
    { $guess ->
        [some] { did-you-mean }
       *[none] Add a line { $key } = ... to the file of the reference language in i18n.
    }

## Typography: said by `colibri lint`

typography =
    { $rule ->
        [sign-space]
            { $space ->
                [some] A space that does not break stands before `{ $sign }`.
               *[none] No space stands before `{ $sign }`.
            }
        [guillemet-space] A space that does not break stands inside « and ».
        [quotes] This is the quote of a typewriter.
        [apostrophe] This is the apostrophe of a typewriter.
        [ellipsis] These three points are one sign.
        [number-space] The space between groups of digits does not break.
        [unit-space] A space that does not break stands between a number and `{ $sign }`.
        [ordinal] An ordinal does not end in `{ $sign }`.
        [opening-sign] This sentence does not open with a sign.
        [arabic-sign] Arabic has a sign of its own for `{ $sign }`.
        [tatweel] This sign only lengthens the word.
       *[doubled-mark] This letter has the same mark twice.
    }
    .because =
    { $rule ->
        [sign-space]
            { $space ->
                [some] So it is written in this language, { $language }; with another space the sign may begin the next line.
               *[none] So it is written in this language, { $language }; the sign might begin the next line.
            }
        [number-space] Half a number might begin the next line.
        [unit-space] So it is written in this language, { $language }; the sign might begin the next line.
        [tatweel] Who searches for the word does not find it, and voices read it badly.
        [doubled-mark] It is a slip of the keyboard; fonts show it as a blot.
       *[other] So it is written in this language, { $language }.
    }
    .mend =
    { $guess ->
        [some]
            { $rule ->
                [tatweel] Remove it, or run colibri lint --fix.
               *[other] Write `{ $right }`, or run colibri lint --fix.
            }
       *[none]
            { $rule ->
                [opening-sign] Write ¿ or ¡ where the question or the exclamation begins.
               *[other] Write it as this language does; what stands around it keeps Colibri from doing so.
            }
    }

## The preview

build-stopped = The build stopped unexpectedly: { $reason }
    .because = This is a mistake in Colibri, not in the site.
    .mend = Undo the last change to go on, and report this with the text above.

## Words that several share

others-too =
    { $others ->
        [0] {""}
        [one] {" "}So does one more page of this kind.
       *[other] {" "}So do { $others } more pages of this kind.
    }
did-you-mean = Did you mean `{ $near }`?
met-while-making =
    { $pages ->
        [1] It was met while making { $page }.
        [2] It was met while making { $page } and one other page.
       *[other] It was met while making { $page } and { $others } other pages.
    }
right-page =
    { $guess ->
        [draft] It is a draft: remove draft = true from it, or do not name it yet.
        [future] Its date is yet to come: name it from that day on, or change its date.
        [expired] Its last day is over: change the line expires of that page, or do not name it any more.
        [elsewhere] That page is written in other languages only ({ $codes }): translate it, or link to another.
        [some] { did-you-mean }
       *[none] Write the path of a page below its language, without .md, such as news/first.
    }

# What a setting should be.
kind-text = a text between quotes
kind-boolean = true or false, without quotes
kind-count = a whole number, 0 or more, without quotes
kind-number = a whole number without quotes
kind-date = a date written year-month-day, such as 2026-03-12
kind-counts = a list of whole numbers, such as [480, 960]
kind-texts = a list of texts, such as ["one", "two"]
kind-table = a table
kind-tables = a list of tables, each begun with a line of its own
kind-keyed-texts = a text between quotes for each key
kind-keyed-lists = a list of texts for each key, such as ["one", "two"]
kind-any-number = a number without quotes
kind-url = an address that begins with https://, between quotes
kind-email = an e-mail address such as "name@example.org"
kind-range = a date such as 2026-03-12, or {"{"} start = 2026-03-12, end = 2026-03-14 {"}"}
kind-image = a picture, such as {"{"} src = "photo.jpg", alt = "What it shows" {"}"}
kind-file = the name of a file beside this page, or "/assets/..."
kind-page = the path of a page below its language, such as "news/first"
kind-list = a list, between [ and ]
kind-rows = a list of rows, each between {"{"} and {"}"}
kind-label = a text for each language, such as {"{"} en = "Level", fr = "Niveau" {"}"}
kind-choices = a list such as ["one", "two"], or a table with a text by language for each value

# What a cell of a table should be.
cell-number = a number in digits, with a point before the decimals, such as 12 or 1.5
cell-choice = one of: { $values }
cell-boolean = true or false
cell-url = an address that begins with https://
cell-email = an e-mail address such as name@example.org
cell-range = a date such as 2026-03-12, or two with a slash between, such as 2026-03-12/2026-03-14
cell-no-rows = something that a cell can hold: rows inside a row need a TOML or a JSON file

# What it is.
found-text = a text
found-number = a number
found-boolean = true or false
found-date = a date
found-list = a list
found-table = a table

## The forms in which findings are shown

level-error = error
level-warning = warning
why = why
mend = mend
count-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
count-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
count-kinds = { $total }: { $kinds }

## The commands

building = Building
checking = Checking
images = Pictures kept: { $kept }, of which no page shows { $unused }.
images-pruned = Removed: { $count }.
built =
    { $pages ->
        [one] { $pages } page in { $folder }: { built-files }
       *[other] { $pages } pages in { $folder }: { built-files }
    }
built-files =
    { $written ->
        [one] { $written } file written, { $kept } unchanged, { $removed } removed.
       *[other] { $written } files written, { $kept } unchanged, { $removed } removed.
    }
left-alone =
    { $count ->
        [one] A file there is not of this site and was left alone: { $first }.
       *[other] { $count } files there are not of this site and were left alone, such as { $first }.
    }
nothing-written = Nothing was written: mend the errors above and build again.
checked =
    { $pages ->
        [one] { $pages } page, no errors.
       *[other] { $pages } pages, no errors.
    }
checked-external =
    { $pages ->
        [one] { $pages } page, no errors; { asked-links }
       *[other] { $pages } pages, no errors; { asked-links }
    }
links-not-kept = What other sites answered cannot be kept in .colibri/links.json: { $reason }.
asked-links =
    { $links ->
        [0] no links to other sites.
        [one] { $links } link to other sites, { $asked } asked now.
       *[other] { $links } links to other sites, { $asked } asked now.
    }
fmt-needed =
    { $count ->
        [0] The front matter of all pages is in order.
        [one] The front matter of { $count } page is not in order: run colibri fmt.
       *[other] The front matter of { $count } pages is not in order: run colibri fmt.
    }
fmt-done =
    { $count ->
        [0] The front matter of all pages was in order.
        [one] The front matter of { $count } page was put in order.
       *[other] The front matter of { $count } pages was put in order.
    }
lint-mended =
    { $count ->
        [0] Nothing to mend.
        [one] { $count } file mended.
       *[other] { $count } files mended.
    }
lint-clean =
    { $count ->
        [one] { $count } page: signs and spaces are as its language has them.
       *[other] { $count } pages: signs and spaces are as their languages have them.
    }
no-such-language = `{ $code }` is not a language of this site. Its languages are: { $known }.
serving = See the site at { $url }
outbox-title = Letters that this site would send
outbox-unsent = Nothing is sent from here. What forms and sign-ups set in motion stands below, the newest first; links lead to this preview.
outbox-empty = Nothing was sent yet. Fill in a form of the site, or sign up to its newsletter, and look again.
outbox-team = the team, as the file of deliveries names it
outbox-page = The same as a page
serving-letters = Letters are not sent from here; they are shown at { $url }
how-to-stop = Stop with Ctrl-C.
no-browser = The browser could not be opened ({ $error }); open the address above yourself.
no-site = { $folder } cannot be read as a site: { $reason }
no-site-settings = there is no site.toml in it. Go to your site's folder, or name it with --site; `colibri new site my-site` makes one
no-site-system = { $error }

## The preview's own words

preview-waiting-title = Not built yet
preview-waiting = The site cannot be built yet
preview-errors = { count-errors }
preview-errors-over-site = { count-errors }: this is the last good version
preview-close = Close

## What keeps a command from its work

refused = { $what } ({ $path }). { $mend }
refused-work = { $what }. { $mend }
cannot = { $what }: { $reason }
cannot-make-folder = Could not make the folder
cannot-find-folder = Could not find the folder
cannot-find-file = Could not find the file
cannot-read-file = Could not read the file
cannot-write-file = Could not write the file
cannot-keep-rights = Could not keep the rights of the file
cannot-read-output = Could not read the output folder
cannot-read-manifest = Could not read the manifest
cannot-read-journal = Could not read the journal
cannot-remove-journal = Could not remove the journal
cannot-place-journal = Could not put the journal in place
cannot-empty-staging = Could not empty the staging folder
cannot-keep-state = Could not keep the state
cannot-make-state = Could not make the state folder
cannot-lock = Could not take the lock
cannot-see-output = Could not look at the output folder
cannot-place-output = Could not put the new output folder in place
cannot-place-file = Could not put the file in place
cannot-remove-file = Could not remove the file
cannot-remove-folder = Could not remove the empty folder
cannot-watch = Could not watch the site's folder
cannot-watch-mend = On Linux, raise fs.inotify.max_user_watches; elsewhere, look at the folder's rights.
cannot-listen = Could not listen on a port
cannot-listen-mend = Choose another with --port.
cannot-serve = Could not serve the site
cannot-serve-mend = Run the command again.
cannot-open-preview = Could not open the preview's database
cannot-open-preview-mend = Look at the rights of the folder `.colibri` in the site's, or delete it.
disk-full = the disk is full
disk-full-mend = Free some space, then run the command again.
not-permitted = permission is denied
not-permitted-mend = Give yourself the right to write there, or choose another folder.
read-only = the file system is read-only
read-only-mend = Choose an output folder that can be written.
other-device = the output folder is a file system of its own
other-device-mend = Choose a folder inside it, so that files can be renamed into place.
system-error = { $error }
system-error-mend = Look at this path, then run the command again.
output-changed = A file of the output folder was changed while the site was built
output-changed-mend = Run the command again: it will write this file anew.
output-obstacle = Something that Colibri did not write is in the way of `{ $path }`
output-obstacle-mend = Move or delete it, then run the command again.
output-clash = The site has both a file `{ $folder }` and a folder of that name
output-clash-mend = Give one of the two another address.
output-unsafe = The site has a file with an unsafe path
output-unsafe-mend = Give the page that makes this file an ordinary, shorter address.
output-not-ours = The output folder is not empty and Colibri did not write it
output-not-ours-mend = Choose another folder with --output, or delete this one; if it came from a cache, restore { $state } too.
output-without-name = The output folder has no name
output-without-name-mend = Name a folder, such as `dist`.
output-locked = Another build is writing this output folder
output-locked-mend = Wait until it has finished, or choose another folder with --output.
output-a-link = The output folder, or its state beside it, is a symbolic link
output-no-folder = The output folder, or its state beside it, is not a folder
output-real-mend = Name a real folder, or a path that does not exist yet.
lock-no-file = The lock is not an ordinary file
lock-no-file-mend = Delete it, then run the command again.
manifest-damaged = The record of the output folder is damaged, or of another version of Colibri
manifest-damaged-mend = Delete { $folder } and { $state }, then build again.
journal-damaged = The journal is damaged, or of another version of Colibri
journal-damaged-mend = Delete the output folder and the folder of this file, then build again.
journal-unsafe = The journal names an unsafe path
journal-unsafe-mend = Delete the state folder beside the output folder.
file-exists = This file exists already
file-exists-mend = Choose another name, or edit that file.
file-made-meanwhile = This file has been made meanwhile
file-made-meanwhile-mend = Run the command again: it will see the file.
file-changed-meanwhile = This file has changed while the command ran
file-changed-meanwhile-mend = Run the command again.
edit-outside = This link leads out of the site's folder
edit-outside-mend = Edit the file itself.
our-mistake =
    Colibri has made a mistake of its own: { $error }.
    Nothing half-done was left. Please report it with the command you ran and, if you can, the page that causes it.

## What commands answer

no-such-type =
    There is no type and no file `{ $name }`. { $guess ->
        [some] { did-you-mean }
       *[none] Those that there are: { $known }.
    }
no-language-code = `{ $code }` is not a language code: write a code such as fr, pt-br or ar.
site-made = { $folder } is a site. See it: colibri serve --site { $folder }
ask-folder = Folder of the new site:
ask-title = Title:
ask-languages = Languages, first the one that the others are translated from:
ask-address = Where it will stand:
ask-page = Path of the page, such as news/first-meeting:
ask-source = Page to translate, such as news/first-meeting:
ask-language = Language to translate it into:
ask-slug = Last part of its address in this language, if it is another:
note-examples = The fields below hold examples: write yours, then take out the line draft.
note-translate = Translate title, fields and text, take out the line draft, then run: colibri i18n mark { $file }
nothing-to-begin = Say what to begin, such as: { $example }
page-exists = This page exists already: { $file }. Choose another path, or edit that file.
no-such-form =
    { $guess ->
        [some] There is no form `{ $name }`. { did-you-mean }
       *[none] There is no form `{ $name }`. Those that there are: { $known }.
    }
no-such-session = The form `{ $name }` has no such session. Those that there are: { $known }.
no-session-code = Nobody has written a `code` for the session `{ $session }`: add --deliveries and the operator's file, by whose secret the host makes it.
no-such-source =
    { $guess ->
        [some] There is no page `{ $path }` to translate. { did-you-mean }
       *[none] There is no page `{ $path }` to translate. Write its path below its language, such as news/first-meeting.
    }
nothing-listed = There are none.
hosting = Serving { $folder } at { $url }
not-hosted = The site cannot be served: { $error }. Check the folder, the database and the address, then try again.
few-answers = There are { $count } answers: with fewer than { $least }, results would tell of persons. --least says another number.
answers-failed = { $file }: { $error }
answers-added =
    { $count ->
        [one] { $count } submission added.
       *[other] { $count } submissions added.
    }
answers-removed =
    { $count ->
        [one] { $count } submission taken out for good.
       *[other] { $count } submissions taken out for good.
    }
answers-restored =
    { $count ->
        [one] { $count } row restored.
       *[other] { $count } rows restored.
    }
answers-retried =
    { $count ->
        [one] { $count } entry will be tried again.
       *[other] { $count } entries will be tried again.
    }
answers-kept = { $id } is no longer a suspect.
answers-dropped = { $id } is taken out for good.
no-such-answers = There is no submission { $id }.
audit-broken = Line { $number } of the audit log does not follow from those before it: it, or one before it, was changed or taken out.
not-read = { $error }
dkim-not-on-workers = { $file }: [[mail.dkim]] is for `colibri host`. What a Worker sends is signed by the server of mail: ask its provider for DKIM.
dkim-none = { $file } names no key. Add [[mail.dkim]] with domain, selector and key_file.
subscribers-unread = The list cannot be brought in: { $error }
subscribers-no-newsletter = there is no newsletter in this folder. Name the folder of the built site with --site-folder.
subscribers-no-column = There is no column “{ $column }”. The first line names the columns; a list needs { $columns }.
subscribers-too-wide = Line { $line } has more than { $most } cells.
subscribers-open-quote = The quotation mark that opens on line { $line } or later is never closed.
subscribers-refused =
    { $column ->
        [none] line { $line }: { $reason }
       *[other] line { $line }, { $column }: { $reason }
    }
subscribers-imported = { $added } added, { $known } there already, { $refused } refused.
subscribers-bounced = { $hard } written to no more, { $soft } counted, { $unknown } of nobody known or counted before, { $others } no reports.
subscribers-purged =
    { $count ->
        [one] { $count } person taken out for good.
       *[other] { $count } people taken out for good.
    }
newcomer-cells = this line has not as many cells as the first one names. Put quotation marks around a text that holds a comma.
newcomer-state = only people who receive the newsletter are brought in: leave this empty, or write “active”.
newcomer-unknown = “{ $value }” is none of those that the site knows: { $known }.
newcomer-empty = there is nothing here. Without the text, the day and the page of their consent nobody may be written to.
newcomer-long = more than { $most } characters.
newcomer-date = write the day of the consent as 2026-03-12, or a time as 2026-03-12T08:15:00Z, and none that is still to come.
newcomer-suppressed = whoever has this address has left or asked not to be written to. Only they can come back, by signing up.
states-denied =
    { $count ->
        [one] { $count } page is in a state that --deny forbids.
       *[other] { $count } pages are in a state that --deny forbids.
    }
marked =
    { $count ->
        [one] { $count } translation marked, { $already } so already.
       *[other] { $count } translations marked, { $already } so already.
    }
no-such-page =
    { $file } is not a page of this site. { $guess ->
        [some] { did-you-mean }
       *[none] Write its path from the site's folder, such as content/en/about.md.
    }
not-marked-source = { $file } is in `{ $code }` itself: only translations are marked.
not-marked-alone = { $file } translates no page of `{ $code }`. Write translation_of with the id of its source into it.
not-marked-unclear = { $file } has a `translation` that is not a mark. Remove it, then run the command again.
exported =
    { $count ->
        [one] { $count } file written.
       *[other] { $count } files written.
    }
not-po = { $file }:{ $line } is not understood as a line of a PO file. Save it again with your translation tool.
po-unread = { $file } cannot be read: { $error }.
po-without-head = { $file } has no { $name } in its head. Export it again with colibri i18n export.
po-of-no-page = { $file } translates the page `{ $id }`, which is not there any more.
imported-open = { $file }: the text of { $code } stands at line { $lines } of the source.
po-open = { $file }: not translated, or fuzzy, at line { $lines } of { $source }. Translate it, or take the source text with --incomplete source.
po-other-shape = { $file }: the translation of line { $line } of { $source } makes another kind of text of it, such as a list of a paragraph. Begin it as the source does.
po-unclear-mark = { $file }: the page has a `translation` that is not a mark. Remove it, then run the command again.

## colibri address

address-fine = fine
address-wire = on the wire { $wire }
address-smtputf8 = each server on its way must know SMTPUTF8
address-mixed-scripts = letters of several scripts stand together: make sure that each is what it seems
address-long-local = more than 64 octets before the @, which some servers refuse
address-a-label = what stands before the @ begins with xn--, which means nothing there
address-set-aside = its domain is set aside for tests or networks of one’s own: no mail goes there
address-slip = did you mean { $meant }?
unsaid-newsletter = `{ $key }` of [newsletter] is missing in: { $codes }.
    .because = Who signs up agrees to this text, and is written to under this name: both must be readable in each language of the site.
    .mend = Add one text for each language: { $key } = {"{"} en = "...", fr = "..." {"}"}.
bad-topic =
    { $case ->
        [twice] Two topics of the newsletter are called `{ $id }`.
        [many] The newsletter has more than { $most } topics.
       *[shape] `{ $id }` cannot be the id of a topic.
    }
    .because =
    { $case ->
        [many] Nobody chooses among so many.
       *[other] What people chose is kept under this id: it must mean one thing only.
    }
    .mend =
    { $case ->
        [twice] Rename or remove one of them.
        [many] Remove some, or put several together.
       *[shape] Use lowercase letters, digits and hyphens, such as new-courses; what people read stands in name = {"{"} en = "...", fr = "..." {"}"}.
    }

## colibri search

search-not-built = There is no built site in { $folder }: run colibri build first, or name its folder with --site.
search-total = { $total ->
    [0] No page was found.
    [one] One page was found.
   *[other] { $total } pages were found.
}
search-mended = No page says “{ $typed }”: pages with “{ $found }” are shown.
search-set-unread = { $file } cannot be read: { $error }
search-set-line = Line { $line } of { $file } is not of the form that is described by colibri search eval --help.
