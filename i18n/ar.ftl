### كلمات الواجهة، بالعربية.
### What stands in braces, such as { $n }, is filled in: keep it as it is.

## The frame of every page.

# First link of the page, for keyboards and screen readers.
skip = انتقل إلى المحتوى
# Opens the list of sections on a phone; also names it for screen readers.
menu = القائمة
# Names the list of languages for screen readers.
languages = اللغات
# Names the path from the home page, for screen readers.
breadcrumb = مسار التصفّح
# Button and name of the search field.
search = بحث
search-label = ابحث في الموقع
# Names the links at the foot of the page, for screen readers.
more = لمعرفة المزيد
feed = خلاصة Atom
# After a language in which this page does not exist: the link leads to its home page.
untranslated = لم تُترجم بعد

## Pages and lists.

updated = حُدّث في { $date }
# $n: reading time, a whole number.
minutes = { $n ->
        [one] دقيقة قراءة واحدة
        [two] دقيقتا قراءة
        [few] { $n } دقائق قراءة
       *[other] { $n } دقيقة قراءة
    }
tags = المواضيع
# $n: how many pages a topic has.
pages-count = { $n ->
        [zero] لا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $n } صفحات
        [many] { $n } صفحة
       *[other] { $n } صفحة
    }
# For screen readers.
pagination = صفحات القائمة
page-of = صفحة { $n } من { $total }
previous = الصفحة السابقة
next = الصفحة التالية
# Before the title of the page published just after this one.
newer = الأحدث
# Before the title of the page published just before this one.
older = الأقدم
# Before the title of the page just above this one in a list that is not of news.
before = قبل
after = بعد
# For screen readers.
neighbours = صفحات مجاورة
# Heading above pages that share topics with this one.
related = في المواضيع نفسها
# Before links that send the address of the page to somebody.
share = شارك
share-mail = البريد الإلكتروني
# $date: the day on which the page came. $n: how often it was changed since.
history = منشورة منذ { $date }؛ { $n ->
        [zero] لم تُعدَّل
        [one] عُدّلت مرّة واحدة
        [two] عُدّلت مرّتين
        [few] عُدّلت { $n } مرّات
        [many] عُدّلت { $n } مرّة
       *[other] عُدّلت { $n } مرّة
    }.
# Link to the place where every change is kept.
history-all = السجلّ كاملاً
# Opens the list of the headings of a long page.
contents = في هذه الصفحة
nothing = لا شيء هنا حاليًّا.
# Names the links that show a part of a list, for screen readers.
facets = تصفية القائمة
# Leads back to the whole list.
facets-all = الكلّ
# Title of a part of a list. $section: the list, such as Members; $value: a country, a level.
facet-title = { $section }: { $value }

## The home page.

latest-news = آخر الأخبار
next-events = المواعيد القادمة
# Names the drawing of islands on the home page.
chart = خريطة المنصّات
all-events = كلّ المواعيد
all-news = كلّ الأخبار

## Events, courses, members.

# In the date block of an event. $n: 1 to 12.
month-short = { $n ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }
# Heading in the agenda. $n: 1 to 12.
month = { $n ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }
# $from and $to are dates already said in this language.
from-to = من { $from } إلى { $to }
# $n: a size in thousands of bytes.
file-size = { $n } ك.ب
# $place: a city, as time zones are named.
time-in = بتوقيت { $place }
past-events = مواعيد سابقة
# Names the links to the months of the agenda, for screen readers.
months = الأشهر
# Link to a file for calendars.
calendar = إضافة إلى تقويم

## What the fields of types are called: field-<name>; and their values: value-<value>.

field-when = متى
field-place = أين
field-attendance = طريقة المشاركة
field-online = عبر الإنترنت
field-organiser = تنظيم
field-series = السلسلة
field-registration = التسجيل
field-cost = التكلفة
field-kind = النوع
field-closes = آخر أجل
field-author = بقلم
field-source = نُشر أوّلًا في
field-file = تنزيل
field-authors = تحرير
field-publisher = الناشر
field-licence = الرخصة
field-pages = الحجم
field-code = الرمز
field-duration = المدّة
field-hours = مجموع العمل
field-level = المستوى
field-before = المستوى المطلوب
field-mode = الصيغة
field-outcome = في النهاية
field-audience = موجَّه إلى
field-age = ابتداءً من
field-provider = يقدّمها
field-teachers = المدرّسون
field-sessions = الحصص
course-survey = هل حضرتم هذه الدورة؟ قولوا رأيكم فيها
field-acronym = الاسم المختصر
field-city = المكان
field-country = البلد
field-since = عضو منذ
field-associations = الجمعيات
field-tongues = اللغات
field-website = الموقع
field-email = البريد الإلكتروني
field-role = المهمّة
field-organisation = المنظّمة
field-number = العدد
field-sent = أُرسلت في
field-image = صورة
field-logo = الشعار
value-on-site = حضوريًّا
value-mixed = حضوريًّا وعن بُعد
value-online = عن بُعد
value-news = خبر
value-press = بيان صحفي
value-call = نداء
value-opportunity = فرصة
value-report = تقرير
value-guide = دليل
value-minutes = محضر
value-template = نموذج
value-charter = ميثاق
value-beginner = مبتدئ
value-intermediate = متوسّط
value-advanced = متقدّم
value-true = نعم
value-false = لا

## What the types of pages are called: type-<name>.

type-page = صفحة
type-news = خبر
type-event = موعد
type-document = وثيقة
type-course = دورة
type-organisation = منظّمة
type-person = شخص
type-newsletter-issue = رسالة

## Numbers with their unit: unit-<unit>. $n: how many.

unit-hours = { $n ->
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $n } ساعات
       *[other] { $n } ساعة
    }
unit-pages = { $n ->
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $n } صفحات
       *[other] { $n } صفحة
    }
unit-years = { $n ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
       *[other] { $n } سنة
    }

## The page shown where there is no page.

not-found-title = الصفحة غير موجودة
not-found-text = لا شيء في هذا العنوان. ربّما انتقلت الصفحة، أو في العنوان خطأ.
back-home = العودة إلى الصفحة الرئيسية
# First step of the breadcrumb.
home = الرئيسية

## Inside a text.

# Titles of passages that should not be missed.
callout-note = ملاحظة
callout-tip = نصيحة
callout-important = مهمّ
callout-warning = تنبيه
callout-caution = احتراس
# A link from a film or a recording to its words.
transcript = النصّ المكتوب
# For screen readers: the link to a note, and the way back. $n: its number.
footnote = الحاشية { $n }
footnote-back = العودة إلى النصّ، الحاشية { $n }

## What the functions say: search, forms and errors. { $n } and the like are filled in as they are, without plural forms.

functions-home = العودة إلى الصفحة الرئيسية
functions-search-title = البحث
functions-search-label = كلمات البحث
functions-search-submit = ابحث
functions-search-empty = اكتبوا كلمة أو أكثر للبحث في الموقع كلّه.
# $query is what the visitor typed.
functions-search-none = لم نجد أيّ صفحة لـ «{ $query }». جرّبوا كلمات أقلّ أو غيرها.
functions-search-count = النتائج: { $n }
functions-search-mended = لا توجد صفحة فيها «{ $typed }»؛ إليكم الصفحات التي فيها «{ $found }».
functions-search-more = نتائج أخرى
functions-search-previous = النتائج السابقة
functions-search-narrow = تضييق النتائج
functions-search-type = نوع الصفحة
functions-search-section = القسم
functions-search-order = الترتيب
functions-search-best = الأنسب أوّلًا
functions-search-newest = الأحدث أوّلًا
functions-search-elsewhere = بلغة أخرى: { $language }
functions-form-send = إرسال
functions-form-next = متابعة
functions-form-back = رجوع
functions-form-step = الخطوة { $n } من { $count }: { $title }
functions-form-kept = ما ترسلونه يُمحى من هنا بعد { $days } من الأيّام.
# After the label of a field.
functions-form-required = إلزامي
functions-form-trap = اتركوا هذه الخانة فارغة
functions-form-choose = اختاروا جوابًا
functions-form-errors = بعض الأجوبة تحتاج إلى مراجعة
# $title is the form's title.
functions-form-errors-title = راجعوا أجوبتكم: { $title }
# $label is a field's label, $message what is wrong with it.
functions-form-error-item = { $label }: { $message }
functions-form-asked-if = فقط إذا أجبتم بـ«{ $answer }» عن «{ $label }».
functions-form-asked-if-any = فقط إذا أجبتم عن هذا: { $label }
functions-form-needed-if = مطلوب إذا أجبتم بـ«{ $answer }» عن «{ $label }».
functions-form-needed-if-any = مطلوب إذا أجبتم عن هذا: { $label }
functions-form-nps-low = غير محتمل إطلاقًا
functions-form-nps-high = محتمل جدًّا
functions-form-early = لم تُفتح هذه الاستمارة بعد. عودوا لاحقًا.
functions-form-closed = أُغلقت هذه الاستمارة: لم تعد تُقبل الأجوبة.
functions-form-full = شُغلت كلّ الأماكن. لم تُحفظ أجوبتكم.
functions-form-once = لقد أجبتم من قبل: يجيب كلّ شخص مرّة واحدة. أجوبتكم الأولى محفوظة، أمّا هذه فلا.
functions-quiz-title = نتيجتك: { $title }
functions-quiz-of = النقاط: { $n } من { $most }
functions-quiz-points = النتيجة
functions-quiz-passed = ناجح: كان المطلوب { $n }٪ على الأقل.
functions-quiz-failed = لم تنجح بعد: المطلوب { $n }٪ على الأقل.
functions-quiz-right = ✓ صحيح
functions-quiz-wrong = ✕ بحاجة إلى مراجعة
functions-quiz-given = إجابتك
functions-quiz-empty = بلا إجابة
functions-quiz-expected = الإجابة الصحيحة
functions-quiz-certificate = شهادتك، مع الرمز الذي يتيح لأيٍّ كان التحقّق منها:
functions-quiz-next = متابعة
functions-quiz-gone = لا توجد نتيجة كهذه هنا، أو لم تعد محفوظة.
functions-quiz-gone-title = لا نتيجة
functions-certificate = شهادة
functions-certificate-true = هذه الشهادة صحيحة: صدرت عن هذا الموقع.
functions-certificate-none = لا توجد هنا شهادة بهذا الرمز. تحقّق من كلّ حرف ورقم.
functions-certificate-name = مُنحت إلى
functions-certificate-of = عن
functions-certificate-day = اليوم
functions-certificate-code = رمز الشهادة
functions-certificate-check = تحقّق
functions-results-title = { $title }: النتائج
functions-results-answers = الأجوبة: { $n }
functions-results-written = أجابوا بكلماتهم: { $n }
functions-results-mean = المتوسّط: { $n }
functions-results-score = من ينصحون به ناقص من لا ينصحون: { $n }
functions-results-answer = الجواب
functions-results-count = العدد
functions-results-share = النسبة
functions-check-changed = تغيّرت هذه الاستمارة منذ أن فتحتم الصفحة. راجعوا أجوبتكم وأرسلوها من جديد.
functions-check-required = أجيبوا عن هذا السؤال.
# $max is a number.
functions-check-too-long = لا تتجاوزوا هذا العدد من الحروف: { $max }.
# $min is a number.
functions-check-too-short = اكتبوا هذا العدد من الحروف على الأقلّ: { $min }.
functions-check-characters = احذفوا حروف التحكّم غير المرئية.
functions-check-choice = اختاروا من الأجوبة المقترحة.
functions-check-too-few = العدد الأدنى من الأجوبة: { $min }.
functions-check-too-many = العدد الأقصى من الأجوبة: { $max }.
functions-check-consent = ضعوا علامة في هذه الخانة للمتابعة.
functions-check-number = اكتبوا عددًا بالأرقام فقط.
functions-check-number-min = اكتبوا عددًا لا يقلّ عن { $min }.
functions-check-number-max = اكتبوا عددًا لا يزيد على { $max }.
functions-check-url = اكتبوا عنوان موقع يبدأ بـ https:// أو http://.
functions-check-date = اكتبوا التاريخ بصيغة سنة-شهر-يوم، مثل 2026-03-31.
functions-check-time = اكتبوا الوقت بصيغة ساعات:دقائق، مثل 14:30.
functions-check-phone = اكتبوا رقم الهاتف بالأرقام، مثل ‎+216 71 123 456.
functions-check-pattern = لم يُكتب هذا بالطريقة المطلوبة.
functions-check-different = ليس هذا ما كتبتموه أوّل مرّة.
functions-check-lines = اختاروا جوابًا في كلّ سطر.
functions-check-ranks = أعطوا كلّ مرتبة مرّة واحدة: 1 للأوّل، و2 للذي يليه، وهكذا حتّى الأخير.
functions-check-code = لا توجد جلسة مفتوحة الآن بهذا الرمز. انظروا إليه مرّة أخرى.
functions-check-repeated = أعطوا جوابًا واحدًا فقط هنا.
functions-check-trap = اتركوا هذه الخانة فارغة: وُضعت لإيقاف الروبوتات.

# What is wrong with an e-mail address. $reason is one of these sentences, $character a character, $address an address.
functions-address-empty = اكتبوا عنوان بريد إلكتروني.
functions-address-too-long = العنوان أطول مما يجوز: لا يزيد على { $max } بايت.
functions-address-no-at = علامة @ ناقصة: يشبه العنوان name@example.org.
functions-address-display-name = اكتبوا العنوان وحده، بلا اسم ولا أقواس حوله.
functions-address-several = اكتبوا عنوانًا واحدًا فقط.
functions-address-dots = توجد نقطة في الأول أو في الآخر أو بجانب نقطة أخرى.
functions-address-quotes = علامات الاقتباس غير مقبولة هنا.
functions-address-space = توجد فيه مسافة.
functions-address-character = لا يجوز هذا الحرف هنا: { $character }.
functions-address-invisible = يوجد فيه حرف لا يُرى: { $character }. اكتبوا العنوان بدل لصقه.
functions-address-unassigned = لا معنى لهذا الحرف عند الحواسيب الأخرى: { $character }.
functions-address-mark = ليس قبل هذه العلامة حرف: { $character }.
functions-address-one-label = نهايته ناقصة، مثل ‎.org أو ‎.com.
functions-address-ending = اسمه الأخير من حروف فقط، مثل ‎.org أو ‎.com.
functions-address-literal = اكتبوا اسم الخادم، لا رقمه بين قوسين.
functions-address-hyphen = توجد شرطة في الأول أو في الآخر أو مكررة.
functions-address-long-label = أحد الأسماء بين نقطتين أطول مما يجوز.
functions-address-direction = تسير حروفه في الاتجاهين داخل الاسم الواحد، أو لا تجتمع معًا.
functions-address-label = الاسم الذي يبدأ بـ xn--‎ لا يدلّ على شيء: اكتبوه بحروفه.
functions-address-local = قبل علامة @: { $reason }
functions-address-domain = بعد علامة @: { $reason }
functions-address-mend = { $reason } هل قصدتم { $address }؟
# The newsletter. $address is an address of mail, $title the name of the newsletter, $days a number.
functions-newsletter-address = عنوان بريدك الإلكتروني
functions-newsletter-languages = بأيّ لغات؟
functions-newsletter-languages-none = إن لم تختر شيئًا وصلتك الرسائل بلغة هذه الصفحة.
functions-newsletter-topics = في أيّ مواضيع؟
functions-newsletter-topics-none = إن لم تختر شيئًا وصلك كلّ شيء.
functions-newsletter-submit = اشتراك
functions-newsletter-sent-title = انظر في صندوق بريدك
functions-newsletter-sent = رسالة في طريقها إلى العنوان الذي أعطيته. افتح الرابط الذي فيها واضغط على الزرّ: عندئذ فقط يتمّ اشتراكك. إن لم يصلك شيء خلال ساعة فانظر في البريد غير المرغوب فيه، أو حاول من جديد غدًا.
functions-newsletter-kept-title = عنوانك محفوظ، لكنّ رسائلنا لا تستطيع بلوغه بعد
functions-newsletter-kept = ما يسبق علامة @ في عنوانك ليس بحروف لاتينيّة بسيطة، وخادم بريد هذا الموقع لا يعرف بعدُ كيف ينقله. عنوانك محفوظ كما كتبته، ولست مشتركًا. إن كان لك عنوان آخر فيمكنك الاشتراك به الآن.
functions-newsletter-busy-title = اشتراكات كثيرة في وقت واحد
functions-newsletter-busy = يشترك الآن عدد كبير من الناس فلا يستطيع غيرهم الاشتراك. لم يُحفظ شيء. حاول من جديد بعد ساعة.
functions-newsletter-confirm-title = تأكيد اشتراكك
functions-newsletter-confirm = اضغط على الزرّ، وتصلك الرسائل من الآن.
functions-newsletter-confirm-submit = نعم، راسلوني
functions-newsletter-welcome-title = تمّ اشتراكك
functions-newsletter-welcome = يمكنك تغيير ما يصلك أو إيقافه مؤقّتًا أو المغادرة متى شئت.
functions-newsletter-preferences-title = اشتراكك
functions-newsletter-preferences = تُرسل الرسائل إلى { $address }.
functions-newsletter-paused = هي متوقّفة مؤقّتًا: لا يُرسل شيء حتّى تستأنف.
functions-newsletter-left-state = لقد غادرت: لا يُرسل شيء.
functions-newsletter-save = حفظ
functions-newsletter-saved = حُفظت اختياراتك.
functions-newsletter-pause = إيقاف مؤقّت
functions-newsletter-resume = استئناف
functions-newsletter-leave = مغادرة
functions-newsletter-export = كلّ ما يُعرف عنك، في ملفّ
functions-newsletter-erase = محو كلّ ما يُعرف عنّي
functions-newsletter-leave-title = مغادرة
functions-newsletter-leave-text = اضغط على الزرّ، ولن يُرسل شيء بعد الآن إلى عنوانك.
functions-newsletter-left-title = لن يُرسل إليك شيء بعد الآن
functions-newsletter-left = لم يعد عنوانك يتلقّى أيّ رسالة. إن كان ذلك خطأً فاشترك من جديد.
functions-newsletter-erased-title = مُحي كلّ شيء
functions-newsletter-erased = لا يُحفظ شيء يدلّ عليك. يبقى رقم مستخرج من عنوانك، حتّى لا تعيده أيّ قائمة رغمًا عنك.
functions-newsletter-expired-title = لم يعد هذا الرابط صالحًا
functions-newsletter-expired = هو قديم جدًّا أو لم يُنسخ كاملًا. اشترك من جديد ليصلك رابط آخر.
functions-newsletter-letter-subject = أكّد اشتراكك: { $title }
functions-newsletter-letter-text = طلب شخص ما، وهو أنت على الأرجح، أن تُرسل «{ $title }» إلى هذا العنوان. افتح هذه الصفحة واضغط على الزرّ للتأكيد:
functions-newsletter-letter-button = تأكيد
functions-newsletter-letter-until = يمكن فتح الصفحة خلال { $days } من الأيّام. إن لم تكن أنت فلا تفعل شيئًا: لن تتبعها أيّ رسالة أخرى.
functions-newsletter-letter-refuse = لا تسألوني مرّة أخرى أبدًا:
functions-personal-title = بياناتك
functions-personal-ask = ماذا أرسلت عبر استمارات هذا الموقع؟ اكتب العنوان الذي أعطيته: تصلك رسالة فيها رابط تراه به أو تأخذه معك أو تمحوه.
functions-personal-submit = أرسلوا إليّ الرابط
functions-personal-sent-title = انظر في صندوق بريدك
functions-personal-sent = رسالة في طريقها إلى العنوان الذي كتبته. رابطها صالح يومًا واحدًا. إن لم يصلك شيء خلال ساعة فانظر في البريد غير المرغوب فيه، أو حاول غدًا.
functions-personal-none = لا يُحفظ هنا شيء أُرسل بهذا العنوان.
functions-personal-file = خذه معك في ملفّ للبرامج
functions-personal-erase-why = ما تمحوه يزول فورًا من هنا وممّا بقي إبلاغه. أمّا الرسائل التي وصلت إلى الفريق فهي عنده: اطلب منه ذلك.
functions-personal-erase = امحُ كلّ ذلك نهائيًّا
functions-personal-erased-title = مُحي
functions-personal-erased = ما أرسلته لم يعد هنا، ورابطك لم يعد يفتح شيئًا.
functions-personal-expired-title = لم يعد هذا الرابط صالحًا
functions-personal-expired = هو قديم جدًّا أو استُعمل أو لم يُنسخ كاملًا. اطلب رابطًا آخر.
functions-personal-letter-subject = بياناتك على { $site }
functions-personal-letter-text = سأل شخص ما، وهو أنت على الأرجح، عمّا أُرسل بهذا العنوان على { $site }. هذه الصفحة تعرضه، وتمحوه إن شئت:
functions-personal-letter-button = عرض بياناتي
functions-personal-letter-until = يمكن فتح الصفحة خلال يوم واحد. إن لم تكن أنت فلا تفعل شيئًا: لا أحد غيرك يستطيع فتحها.

functions-not-found-title = الصفحة غير موجودة
functions-not-found = لا شيء في هذا العنوان. ربّما انتقلت الصفحة، أو الرابط خاطئ.
functions-bad-request-title = تعذّرت قراءة هذا الطلب
functions-bad-request = ما أرسله متصفّحكم تالف. عودوا إلى الوراء وأعيدوا تحميل الصفحة ثمّ حاولوا من جديد.
functions-method-title = لا يُستعمل هذا العنوان بهذه الطريقة
functions-method = لا يمكن طلب هذا العنوان بهذه الطريقة. عودوا إلى الوراء وحاولوا من الصفحة نفسها.
functions-forbidden-title = إرسال من موقع آخر
functions-forbidden = حرصًا على سلامتكم، لا تُقبل هذه الاستمارة إلّا من هذا الموقع. افتحوا صفحتها هنا وحاولوا من جديد.
functions-too-large-title = النصّ طويل جدًّا
functions-too-large = ما أرسلتموه أطول من أن يُقبل. عودوا إلى الوراء واختصروه ثمّ أرسلوه من جديد.
functions-media-type-title = هذا النوع من الإرسال غير مقبول
functions-media-type = لا تُقبل الاستمارات إلّا كما ترسلها المتصفّحات. افتحوا صفحة الاستمارة وحاولوا من جديد.
functions-too-often-title = لحظة من فضلك
functions-too-often = أُرسل الكثير من اتصالك في هذه الدقيقة. أعد الإرسال بعد دقيقة.
functions-unavailable-title = غير متاح الآن
functions-unavailable = تعذّرت معالجة طلبكم ولم يُحفظ شيء. حاولوا من جديد بعد بضع دقائق.
