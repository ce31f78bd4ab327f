### Interface words, in English.
### What stands in braces, such as { $n }, is filled in: keep it as it is.

## The frame of every page.

# First link of the page, for keyboards and screen readers.
skip = Skip to content
# Opens the list of sections on a phone; also names it for screen readers.
menu = Menu
# Names the list of languages for screen readers.
languages = Languages
# Names the path from the home page, for screen readers.
breadcrumb = Breadcrumb
# Button and name of the search field.
search = Search
search-label = Search the site
# Names the links at the foot of the page, for screen readers.
more = Find out more
feed = Atom feed
# After a language in which this page does not exist: the link leads to its home page.
untranslated = not translated yet

## Pages and lists.

updated = Updated on { $date }
# $n: reading time, a whole number.
minutes = { $n ->
        [one] { $n } minute’s reading
       *[other] { $n } minutes’ reading
    }
tags = Topics
# $n: how many pages a topic has.
pages-count = { $n ->
        [one] { $n } page
       *[other] { $n } pages
    }
# For screen readers.
pagination = Pages of the list
page-of = Page { $n } of { $total }
previous = Previous page
next = Next page
# Before the title of the page published just after this one.
newer = Newer
# Before the title of the page published just before this one.
older = Older
# Before the title of the page just above this one in a list that is not of news.
before = Before
after = Next
# For screen readers.
neighbours = Neighbouring pages
# Heading above pages that share topics with this one.
related = On the same topics
# Before links that send the address of the page to somebody.
share = Share
share-mail = E-mail
# $date: the day on which the page came. $n: how often it was changed since.
history = Online since { $date }; { $n ->
        [0] unchanged since then
        [one] changed once
       *[other] changed { $n } times
    }.
# Link to the place where every change is kept.
history-all = The whole history
# Opens the list of the headings of a long page.
contents = On this page
nothing = Nothing here for now.
# Names the links that show a part of a list, for screen readers.
facets = Filter the list
# Leads back to the whole list.
facets-all = All
# Title of a part of a list. $section: the list, such as Members; $value: a country, a level.
facet-title = { $section }: { $value }

## The home page.

latest-news = Latest news
next-events = Next events
# Names the drawing of islands on the home page.
chart = Chart of the platforms
all-events = All events
all-news = All the news

## Events, courses, members.

# In the date block of an event. $n: 1 to 12.
month-short = { $n ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] June
        [7] July
        [8] Aug
        [9] Sept
        [10] Oct
        [11] Nov
       *[12] Dec
    }
# Heading in the agenda. $n: 1 to 12.
month = { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
# $from and $to are dates already said in this language.
from-to = { $from } to { $to }
# $n: a size in thousands of bytes.
file-size = { $n } kB
# $place: a city, as time zones are named.
time-in = { $place } time
past-events = Past events
# Names the links to the months of the agenda, for screen readers.
months = Months
# Link to a file for calendars.
calendar = Add to a calendar

## What the fields of types are called: field-<name>; and their values: value-<value>.

field-when = When
field-place = Where
field-attendance = How to take part
field-online = Online at
field-organiser = Organised by
field-series = Series
field-registration = Registration
field-cost = Cost
field-kind = Kind
field-closes = Closes on
field-author = By
field-source = First published
field-file = Download
field-authors = Written by
field-publisher = Published by
field-licence = Licence
field-pages = Length
field-code = Code
field-duration = Duration
field-hours = Work in all
field-level = Level
field-before = Before you start
field-mode = How
field-outcome = At the end
field-audience = For
field-age = From the age of
field-provider = Given by
field-teachers = Teachers
field-sessions = Sessions
course-survey = Have you taken this course? Say what you think of it
field-acronym = Acronym
field-city = Place
field-country = Country
field-since = Member since
field-associations = Associations
field-tongues = Languages
field-website = Website
field-email = E-mail
field-role = Role
field-organisation = Organisation
field-number = Issue
field-sent = Sent on
field-image = Picture
field-logo = Logo
value-on-site = On site
value-mixed = On site and online
value-online = Online
value-news = News
value-press = Press release
value-call = Call
value-opportunity = Opportunity
value-report = Report
value-guide = Guide
value-minutes = Minutes
value-template = Template
value-charter = Charter
value-beginner = Beginner
value-intermediate = Intermediate
value-advanced = Advanced
value-true = Yes
value-false = No

## What the types of pages are called: type-<name>.

type-page = Page
type-news = News
type-event = Event
type-document = Document
type-course = Course
type-organisation = Organisation
type-person = Person
type-newsletter-issue = Letter

## Numbers with their unit: unit-<unit>. $n: how many.

unit-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
unit-pages = { $n ->
        [one] { $n } page
       *[other] { $n } pages
    }
unit-years = { $n ->
        [one] { $n } year
       *[other] { $n } years
    }

## The page shown where there is no page.

not-found-title = Page not found
not-found-text = There is nothing at this address. The page may have moved, or the address may contain a mistake.
back-home = Back to the home page
# First step of the breadcrumb.
home = Home

## Inside a text.

# Titles of passages that should not be missed.
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
# A link from a film or a recording to its words.
transcript = Transcript
# For screen readers: the link to a note, and the way back. $n: its number.
footnote = Note { $n }
footnote-back = Back to the text, note { $n }

## What the functions say: search, forms and errors. { $n } and the like are filled in as they are, without plural forms.

functions-home = Back to the home page
functions-search-title = Search
functions-search-label = Words to look for
functions-search-submit = Search
functions-search-empty = Type one or more words to search the whole site.
# $query is what the visitor typed.
functions-search-none = No page was found for “{ $query }”. Try fewer words, or other ones.
functions-search-count = Results: { $n }
functions-search-mended = No page says “{ $typed }”: pages with “{ $found }” are shown.
functions-search-more = More results
functions-search-previous = Previous results
functions-search-narrow = Narrow the results
functions-search-type = Kind of page
functions-search-section = Section
functions-search-order = Order
functions-search-best = Best first
functions-search-newest = Newest first
functions-search-elsewhere = In another language: { $language }
functions-form-send = Send
functions-form-next = Continue
functions-form-back = Back
functions-form-step = Step { $n } of { $count }: { $title }
functions-form-kept = What you send is taken out here after { $days } days.
# After the label of a field.
functions-form-required = required
functions-form-trap = Leave this field empty
functions-form-choose = Choose an answer
functions-form-errors = Some answers need your attention
# $title is the form's title.
functions-form-errors-title = Please check your answers: { $title }
# $label is a field's label, $message what is wrong with it.
functions-form-error-item = { $label }: { $message }
functions-form-asked-if = Only if you answer “{ $answer }” to “{ $label }”.
functions-form-asked-if-any = Only if you answer this: { $label }
functions-form-needed-if = Needed if you answer “{ $answer }” to “{ $label }”.
functions-form-needed-if-any = Needed if you answer this: { $label }
functions-form-nps-low = Not at all likely
functions-form-nps-high = Very likely
functions-form-early = This form is not open yet. Please come back later.
functions-form-closed = This form is closed: answers are not taken any more.
functions-form-full = All places are taken. Your answers were not kept.
functions-form-once = You have answered already: each person answers once. Your first answers are kept, these are not.
functions-quiz-title = Your result: { $title }
functions-quiz-of = Points: { $n } of { $most }
functions-quiz-points = Result
functions-quiz-passed = Passed: at least { $n } % were needed.
functions-quiz-failed = Not passed yet: at least { $n } % are needed.
functions-quiz-right = ✓ Right
functions-quiz-wrong = ✕ Not right
functions-quiz-given = Your answer
functions-quiz-empty = No answer
functions-quiz-expected = The right answer
functions-quiz-certificate = Your certificate, with the code by which anybody can check it:
functions-quiz-next = Go on
functions-quiz-gone = There is no such result here, or it is not kept any more.
functions-quiz-gone-title = No result
functions-certificate = Certificate
functions-certificate-true = This certificate is true: it was given by this site.
functions-certificate-none = No certificate with this code is kept here. Check each letter and digit.
functions-certificate-name = Given to
functions-certificate-of = For
functions-certificate-day = Day
functions-certificate-code = Code of the certificate
functions-certificate-check = Check
functions-results-title = { $title }: results
functions-results-answers = Answers: { $n }
functions-results-written = Answered in their own words: { $n }
functions-results-mean = Mean: { $n }
functions-results-score = Would recommend, less would not: { $n }
functions-results-answer = Answer
functions-results-count = Number
functions-results-share = Share
functions-check-changed = This form has changed since you opened the page. Check your answers and send it again.
functions-check-required = Please answer.
# $max is a number.
functions-check-too-long = Write at most { $max } characters.
# $min is a number.
functions-check-too-short = Write at least { $min } characters.
functions-check-characters = Remove the invisible control characters.
functions-check-choice = Choose among the answers proposed.
functions-check-too-few = Choose at least this many answers: { $min }.
functions-check-too-many = Choose at most this many answers: { $max }.
functions-check-consent = Tick this box to go on.
functions-check-number = Write a number with digits only.
functions-check-number-min = Write a number not below { $min }.
functions-check-number-max = Write a number not above { $max }.
functions-check-url = Write a web address that starts with https:// or http://.
functions-check-date = Write a date as year-month-day, such as 2026-03-31.
functions-check-time = Write a time as hours:minutes, such as 14:30.
functions-check-phone = Write a telephone number with digits, such as +216 71 123 456.
functions-check-pattern = This is not written in the way that is asked.
functions-check-different = This is not the same as what you wrote the first time.
functions-check-lines = Choose an answer on each line.
functions-check-ranks = Give each place once: 1 to the first, 2 to the next, and so on to the last.
functions-check-code = No session that is open now has this code. Look at it once more.
functions-check-repeated = Give only one answer here.
functions-check-trap = Leave this field empty: it is there to stop robots.

# What is wrong with an e-mail address. $reason is one of these sentences, $character a character, $address an address.
functions-address-empty = Write an e-mail address.
functions-address-too-long = It is too long: an address has at most { $max } bytes in all.
functions-address-no-at = The sign @ is missing: an address looks like name@example.org.
functions-address-display-name = Write the address alone, without a name or brackets around it.
functions-address-several = Write one address only.
functions-address-dots = A dot stands first, last, or beside another dot.
functions-address-quotes = Quotation marks are not accepted here.
functions-address-space = There is a space in it.
functions-address-character = This character cannot stand there: { $character }.
functions-address-invisible = There is an invisible character in it: { $character }. Type it again instead of pasting it.
functions-address-unassigned = This character means nothing to other computers: { $character }.
functions-address-mark = This mark has no letter before it: { $character }.
functions-address-one-label = Its ending is missing, such as .org or .com.
functions-address-ending = Its last name has letters only, such as .org or .com.
functions-address-literal = Write the name of the server, not its number in brackets.
functions-address-hyphen = A hyphen stands first, last, or doubled.
functions-address-long-label = One of its names, between two dots, is too long.
functions-address-direction = Its letters run in both directions within one name, or do not go together.
functions-address-label = A name that begins with xn-- stands for nothing: write it in its own letters.
functions-address-local = Before the @: { $reason }
functions-address-domain = After the @: { $reason }
functions-address-mend = { $reason } Did you mean { $address }?
# The newsletter. $address is an address of mail, $title the name of the newsletter, $days a number.
functions-newsletter-address = Your e-mail address
functions-newsletter-languages = In which languages?
functions-newsletter-languages-none = Choose nothing, and letters come in the language of this page.
functions-newsletter-topics = About what?
functions-newsletter-topics-none = Choose nothing, and you receive everything.
functions-newsletter-submit = Sign up
functions-newsletter-sent-title = Look in your mailbox
functions-newsletter-sent = A letter is on its way to the address that you gave. Open the link in it and press the button: only then are you signed up. If nothing has come within the hour, look among unwanted mail, or try again tomorrow.
functions-newsletter-kept-title = Your address is kept, but our letters cannot reach it yet
functions-newsletter-kept = What stands before the @ in your address is not written in plain Latin letters, and the mail server of this site cannot carry that yet. Your address is kept as you wrote it, and you are not signed up. If you have another address, you can sign up with it now.
functions-newsletter-busy-title = Too many sign-ups at once
functions-newsletter-busy = So many people are signing up that nobody else can for now. Nothing was kept. Please try again in an hour.
functions-newsletter-confirm-title = Confirm your subscription
functions-newsletter-confirm = Press the button, and the letters come to you from now on.
functions-newsletter-confirm-submit = Yes, write to me
functions-newsletter-welcome-title = You are signed up
functions-newsletter-welcome = You can change what you receive, pause it or leave whenever you like.
functions-newsletter-preferences-title = Your subscription
functions-newsletter-preferences = Letters go to { $address }.
functions-newsletter-paused = They are paused: nothing is sent until you go on.
functions-newsletter-left-state = You have left: nothing is sent.
functions-newsletter-save = Save
functions-newsletter-saved = Your choices are saved.
functions-newsletter-pause = Pause
functions-newsletter-resume = Go on
functions-newsletter-leave = Leave
functions-newsletter-export = All that is known of you, as a file
functions-newsletter-erase = Erase all that is known of me
functions-newsletter-leave-title = Leave
functions-newsletter-leave-text = Press the button, and nothing more is sent to your address.
functions-newsletter-left-title = Nothing more is sent to you
functions-newsletter-left = Your address receives no letter any more. If that was a mistake, sign up again.
functions-newsletter-erased-title = All is erased
functions-newsletter-erased = Nothing that names you is kept. What remains is a number made from your address, so that no list brings it back against your will.
functions-newsletter-expired-title = This link is no longer good
functions-newsletter-expired = It is too old, or was not copied whole. Sign up again to receive another one.
functions-newsletter-letter-subject = Confirm your subscription: { $title }
functions-newsletter-letter-text = Somebody, most likely you, asked for “{ $title }” to be sent to this address. Open this page and press the button to confirm:
functions-newsletter-letter-button = Confirm
functions-newsletter-letter-until = The page can be opened for { $days } days. If it was not you, do nothing: no other letter follows.
functions-newsletter-letter-refuse = Never ask me again:
functions-personal-title = Your data
functions-personal-ask = What have you sent by the forms of this site? Type the address that you gave: a letter brings you a link by which you see it, take it with you, or take it out.
functions-personal-submit = Send me the link
functions-personal-sent-title = Look in your mailbox
functions-personal-sent = A letter is on its way to the address that you typed. Its link is good for a day. If nothing comes within the hour, look among the spam, or try again tomorrow.
functions-personal-none = Nothing that was sent by this address is kept here.
functions-personal-file = Take it with you, as a file for programs
functions-personal-erase-why = What you take out is gone at once, from here and from what is yet to be told. Letters that have told the team are with the team: ask them.
functions-personal-erase = Take all of it out for good
functions-personal-erased-title = It is gone
functions-personal-erased = What you had sent is no longer here, and your link opens nothing any more.
functions-personal-expired-title = This link is no longer good
functions-personal-expired = It is too old, was used, or was not copied whole. Ask for another one.
functions-personal-letter-subject = Your data on { $site }
functions-personal-letter-text = Somebody, most likely you, has asked what was sent by this address on { $site }. This page shows it, and takes it out if you like:
functions-personal-letter-button = See my data
functions-personal-letter-until = The page can be opened for a day. If it was not you, do nothing: nobody else can open it.

functions-not-found-title = Page not found
functions-not-found = There is nothing at this address. It may have moved, or the link may be wrong.
functions-bad-request-title = This request could not be read
functions-bad-request = What your browser sent is damaged. Go back, reload the page and try again.
functions-method-title = This address does not work that way
functions-method = This address cannot be asked in this manner. Go back and try again from the page.
functions-forbidden-title = Sent from another site
functions-forbidden = For your safety, this form is only accepted from this site. Open its page here and try again.
functions-too-large-title = Too much text
functions-too-large = What you sent is too long to be accepted. Go back, shorten it and send it again.
functions-media-type-title = This kind of message is not accepted
functions-media-type = Forms are only accepted as browsers send them. Open the form’s page and try again.
functions-too-often-title = One moment, please
functions-too-often = Much was sent from your connection in this minute. Please send it again in a minute.
functions-unavailable-title = Not available right now
functions-unavailable = Your request could not be handled, and nothing was kept. Please try again in a few minutes.
