### Palabras de la interfaz, en español.
### What stands in braces, such as { $n }, is filled in: keep it as it is.

## The frame of every page.

# First link of the page, for keyboards and screen readers.
skip = Ir al contenido
# Opens the list of sections on a phone; also names it for screen readers.
menu = Menú
# Names the list of languages for screen readers.
languages = Idiomas
# Names the path from the home page, for screen readers.
breadcrumb = Ruta de navegación
# Button and name of the search field.
search = Buscar
search-label = Buscar en el sitio
# Names the links at the foot of the page, for screen readers.
more = Para saber más
feed = Canal Atom
# After a language in which this page does not exist: the link leads to its home page.
untranslated = aún sin traducir

## Pages and lists.

updated = Actualizado el { $date }
# $n: reading time, a whole number.
minutes = { $n ->
        [one] { $n } minuto de lectura
       *[other] { $n } minutos de lectura
    }
tags = Temas
# $n: how many pages a topic has.
pages-count = { $n ->
        [one] { $n } página
       *[other] { $n } páginas
    }
# For screen readers.
pagination = Páginas de la lista
page-of = Página { $n } de { $total }
previous = Página anterior
next = Página siguiente
# Before the title of the page published just after this one.
newer = Más reciente
# Before the title of the page published just before this one.
older = Más antiguo
# Before the title of the page just above this one in a list that is not of news.
before = Antes
after = Después
# For screen readers.
neighbours = Páginas vecinas
# Heading above pages that share topics with this one.
related = Sobre los mismos temas
# Before links that send the address of the page to somebody.
share = Compartir
share-mail = Correo
# $date: the day on which the page came. $n: how often it was changed since.
history = En línea desde el { $date }; { $n ->
        [0] sin cambios desde entonces
        [one] modificada { $n } vez
       *[other] modificada { $n } veces
    }.
# Link to the place where every change is kept.
history-all = Todo el historial
# Opens the list of the headings of a long page.
contents = En esta página
nothing = Nada aquí por ahora.
# Names the links that show a part of a list, for screen readers.
facets = Filtrar la lista
# Leads back to the whole list.
facets-all = Todo
# Title of a part of a list. $section: the list, such as Members; $value: a country, a level.
facet-title = { $section }: { $value }

## The home page.

latest-news = Últimas noticias
next-events = Próximas citas
# Names the drawing of islands on the home page.
chart = Carta de las plataformas
all-events = Toda la agenda
all-news = Todas las noticias

## Events, courses, members.

# In the date block of an event. $n: 1 to 12.
month-short = { $n ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sep
        [10] oct
        [11] nov
       *[12] dic
    }
# Heading in the agenda. $n: 1 to 12.
month = { $n ->
        [1] Enero
        [2] Febrero
        [3] Marzo
        [4] Abril
        [5] Mayo
        [6] Junio
        [7] Julio
        [8] Agosto
        [9] Septiembre
        [10] Octubre
        [11] Noviembre
       *[12] Diciembre
    } { $year }
# $from and $to are dates already said in this language.
from-to = del { $from } al { $to }
# $n: a size in thousands of bytes.
file-size = { $n } kB
# $place: a city, as time zones are named.
time-in = hora de { $place }
past-events = Actividades pasadas
# Names the links to the months of the agenda, for screen readers.
months = Meses
# Link to a file for calendars.
calendar = Añadir a un calendario

## What the fields of types are called: field-<name>; and their values: value-<value>.

field-when = Cuándo
field-place = Dónde
field-attendance = Participación
field-online = En línea
field-organiser = Organiza
field-series = Serie
field-registration = Inscripción
field-cost = Precio
field-kind = Clase
field-closes = Cierra el
field-author = Por
field-source = Primera publicación
field-file = Descargar
field-authors = Redacción
field-publisher = Edición
field-licence = Licencia
field-pages = Extensión
field-code = Código
field-duration = Duración
field-hours = Trabajo en total
field-level = Nivel
field-before = Requisitos
field-mode = Modalidad
field-outcome = Al final
field-audience = Para
field-age = A partir de
field-provider = Imparte
field-teachers = Docentes
field-sessions = Sesiones
course-survey = ¿Ha seguido este curso? Diga qué le ha parecido
field-acronym = Siglas
field-city = Lugar
field-country = País
field-since = Miembro desde
field-associations = Asociaciones
field-tongues = Idiomas
field-website = Sitio web
field-email = Correo
field-role = Cargo
field-organisation = Organización
field-number = Número
field-sent = Enviada el
field-image = Imagen
field-logo = Logotipo
value-on-site = Presencial
value-mixed = Presencial y a distancia
value-online = A distancia
value-news = Noticia
value-press = Comunicado de prensa
value-call = Convocatoria
value-opportunity = Oportunidad
value-report = Informe
value-guide = Guía
value-minutes = Acta
value-template = Plantilla
value-charter = Carta
value-beginner = Inicial
value-intermediate = Intermedio
value-advanced = Avanzado
value-true = Sí
value-false = No

## What the types of pages are called: type-<name>.

type-page = Página
type-news = Noticia
type-event = Actividad
type-document = Documento
type-course = Formación
type-organisation = Organización
type-person = Persona
type-newsletter-issue = Carta

## Numbers with their unit: unit-<unit>. $n: how many.

unit-hours = { $n ->
        [one] { $n } hora
       *[other] { $n } horas
    }
unit-pages = { $n ->
        [one] { $n } página
       *[other] { $n } páginas
    }
unit-years = { $n ->
        [one] { $n } año
       *[other] { $n } años
    }

## The page shown where there is no page.

not-found-title = Página no encontrada
not-found-text = No hay nada en esta dirección. Puede que la página haya cambiado de sitio o que la dirección tenga un error.
back-home = Volver a la portada
# First step of the breadcrumb.
home = Inicio

## Inside a text.

# Titles of passages that should not be missed.
callout-note = Nota
callout-tip = Consejo
callout-important = Importante
callout-warning = Atención
callout-caution = Precaución
# A link from a film or a recording to its words.
transcript = Transcripción
# For screen readers: the link to a note, and the way back. $n: its number.
footnote = Nota { $n }
footnote-back = Volver al texto, nota { $n }

## What the functions say: search, forms and errors. { $n } and the like are filled in as they are, without plural forms.

functions-home = Volver a la portada
functions-search-title = Búsqueda
functions-search-label = Palabras que buscar
functions-search-submit = Buscar
functions-search-empty = Escriba una o varias palabras para buscar en todo el sitio.
# $query is what the visitor typed.
functions-search-none = No se ha encontrado ninguna página para «{ $query }». Pruebe con menos palabras o con otras.
functions-search-count = Resultados: { $n }
functions-search-mended = Ninguna página contiene «{ $typed }»: se muestran las que contienen «{ $found }».
functions-search-more = Más resultados
functions-search-previous = Resultados anteriores
functions-search-narrow = Acotar los resultados
functions-search-type = Tipo de página
functions-search-section = Sección
functions-search-order = Orden
functions-search-best = Los más pertinentes primero
functions-search-newest = Los más recientes primero
functions-search-elsewhere = En otro idioma: { $language }
functions-form-send = Enviar
functions-form-next = Continuar
functions-form-back = Volver
functions-form-step = Paso { $n } de { $count }: { $title }
functions-form-kept = Lo que envía se borra aquí al cabo de { $days } días.
# After the label of a field.
functions-form-required = obligatorio
functions-form-trap = Deje este campo vacío
functions-form-choose = Elija una respuesta
functions-form-errors = Algunas respuestas requieren su atención
# $title is the form's title.
functions-form-errors-title = Revise sus respuestas: { $title }
# $label is a field's label, $message what is wrong with it.
functions-form-error-item = { $label }: { $message }
functions-form-asked-if = Solo si responde «{ $answer }» a «{ $label }».
functions-form-asked-if-any = Solo si responde a esto: { $label }
functions-form-needed-if = Necesario si responde «{ $answer }» a «{ $label }».
functions-form-needed-if-any = Necesario si responde a esto: { $label }
functions-form-nps-low = Nada probable
functions-form-nps-high = Muy probable
functions-form-early = Este formulario aún no está abierto. Vuelva más tarde.
functions-form-closed = Este formulario está cerrado: ya no se aceptan respuestas.
functions-form-full = Todas las plazas están ocupadas. Sus respuestas no se han guardado.
functions-form-once = Usted ya ha respondido: cada persona responde una vez. Sus primeras respuestas se conservan; estas, no.
functions-quiz-title = Su resultado: { $title }
functions-quiz-of = Puntos: { $n } de { $most }
functions-quiz-points = Resultado
functions-quiz-passed = Aprobado: hacía falta al menos un { $n } %.
functions-quiz-failed = Todavía no aprobado: hace falta al menos un { $n } %.
functions-quiz-right = ✓ Correcto
functions-quiz-wrong = ✕ Para repasar
functions-quiz-given = Su respuesta
functions-quiz-empty = Sin respuesta
functions-quiz-expected = La respuesta correcta
functions-quiz-certificate = Su certificado, con el código que permite a cualquiera comprobarlo:
functions-quiz-next = Continuar
functions-quiz-gone = Aquí no hay tal resultado, o ya no se guarda.
functions-quiz-gone-title = Sin resultado
functions-certificate = Certificado
functions-certificate-true = Este certificado es auténtico: lo dio este sitio.
functions-certificate-none = Aquí no se guarda ningún certificado con este código. Compruebe cada letra y cada cifra.
functions-certificate-name = Otorgado a
functions-certificate-of = Por
functions-certificate-day = Día
functions-certificate-code = Código del certificado
functions-certificate-check = Comprobar
functions-results-title = { $title }: resultados
functions-results-answers = Respuestas: { $n }
functions-results-written = Han respondido con sus palabras: { $n }
functions-results-mean = Media: { $n }
functions-results-score = Lo recomendarían, menos quienes no: { $n }
functions-results-answer = Respuesta
functions-results-count = Número
functions-results-share = Parte
functions-check-changed = Este formulario ha cambiado desde que abrió la página. Revise sus respuestas y envíelo de nuevo.
functions-check-required = Responda a esta pregunta.
# $max is a number.
functions-check-too-long = Escriba { $max } caracteres como máximo.
# $min is a number.
functions-check-too-short = Escriba { $min } caracteres como mínimo.
functions-check-characters = Quite los caracteres de control invisibles.
functions-check-choice = Elija entre las respuestas propuestas.
functions-check-too-few = Número mínimo de respuestas: { $min }.
functions-check-too-many = Número máximo de respuestas: { $max }.
functions-check-consent = Marque esta casilla para continuar.
functions-check-number = Escriba un número, solo con cifras.
functions-check-number-min = Escriba un número que no sea menor que { $min }.
functions-check-number-max = Escriba un número que no pase de { $max }.
functions-check-url = Escriba una dirección web que empiece por https:// o http://.
functions-check-date = Escriba una fecha como año-mes-día, por ejemplo 2026-03-31.
functions-check-time = Escriba una hora como horas:minutos, por ejemplo 14:30.
functions-check-phone = Escriba un número de teléfono con cifras, por ejemplo +216 71 123 456.
functions-check-pattern = No está escrito de la manera que se pide.
functions-check-different = No es lo mismo que escribió la primera vez.
functions-check-lines = Elija una respuesta en cada línea.
functions-check-ranks = Dé cada puesto una sola vez: 1 al primero, 2 al siguiente, y así hasta el último.
functions-check-code = Ninguna sesión abierta en este momento tiene este código. Mírelo otra vez.
functions-check-repeated = Dé aquí una sola respuesta.
functions-check-trap = Deje este campo vacío: sirve para detener a los robots.

# What is wrong with an e-mail address. $reason is one of these sentences, $character a character, $address an address.
functions-address-empty = Escriba una dirección de correo.
functions-address-too-long = Es demasiado larga: una dirección tiene como máximo { $max } bytes.
functions-address-no-at = Falta el signo @: una dirección es como nombre@ejemplo.org.
functions-address-display-name = Escriba la dirección sola, sin nombre ni corchetes alrededor.
functions-address-several = Escriba una sola dirección.
functions-address-dots = Hay un punto al principio, al final o junto a otro punto.
functions-address-quotes = Aquí no se aceptan comillas.
functions-address-space = Hay un espacio.
functions-address-character = Este carácter no puede estar ahí: { $character }.
functions-address-invisible = Hay un carácter invisible: { $character }. Escriba la dirección en lugar de pegarla.
functions-address-unassigned = Este carácter no significa nada para otros ordenadores: { $character }.
functions-address-mark = Este signo no tiene letra delante: { $character }.
functions-address-one-label = Falta el final, como .org o .com.
functions-address-ending = Su último nombre solo tiene letras, como .org o .com.
functions-address-literal = Escriba el nombre del servidor, no su número entre corchetes.
functions-address-hyphen = Hay un guion al principio, al final o repetido.
functions-address-long-label = Uno de los nombres, entre dos puntos, es demasiado largo.
functions-address-direction = Sus letras van en los dos sentidos dentro de un mismo nombre, o no van juntas.
functions-address-label = Un nombre que empieza por xn-- no corresponde a nada: escríbalo en sus propias letras.
functions-address-local = Antes de la @: { $reason }
functions-address-domain = Después de la @: { $reason }
functions-address-mend = { $reason } ¿Quería escribir { $address }?
# The newsletter. $address is an address of mail, $title the name of the newsletter, $days a number.
functions-newsletter-address = Su dirección de correo electrónico
functions-newsletter-languages = ¿En qué idiomas?
functions-newsletter-languages-none = Si no elige nada, los envíos llegan en el idioma de esta página.
functions-newsletter-topics = ¿Sobre qué temas?
functions-newsletter-topics-none = Si no elige nada, lo recibe todo.
functions-newsletter-submit = Suscribirse
functions-newsletter-sent-title = Mire en su buzón
functions-newsletter-sent = Un mensaje va de camino a la dirección que ha dado. Abra el enlace que contiene y pulse el botón: solo entonces queda suscrito. Si no llega nada en una hora, mire entre el correo no deseado o vuelva a intentarlo mañana.
functions-newsletter-kept-title = Su dirección queda guardada, pero nuestros mensajes aún no pueden llegar a ella
functions-newsletter-kept = Lo que precede a la @ en su dirección no está en letras latinas simples, y el servidor de correo de este sitio todavía no sabe llevarlo. Su dirección queda guardada tal como la escribió, y usted no está suscrito. Si tiene otra dirección, puede suscribirla ahora.
functions-newsletter-busy-title = Demasiadas suscripciones a la vez
functions-newsletter-busy = Se suscriben tantas personas que por ahora nadie más puede hacerlo. No se ha guardado nada. Vuelva a intentarlo dentro de una hora.
functions-newsletter-confirm-title = Confirmar su suscripción
functions-newsletter-confirm = Pulse el botón y, desde ahora, recibirá los envíos.
functions-newsletter-confirm-submit = Sí, escríbanme
functions-newsletter-welcome-title = Está suscrito
functions-newsletter-welcome = Puede cambiar lo que recibe, hacer una pausa o irse cuando quiera.
functions-newsletter-preferences-title = Su suscripción
functions-newsletter-preferences = Los envíos van a { $address }.
functions-newsletter-paused = Están en pausa: no se envía nada hasta que los reanude.
functions-newsletter-left-state = Se ha ido: no se envía nada.
functions-newsletter-save = Guardar
functions-newsletter-saved = Sus elecciones quedan guardadas.
functions-newsletter-pause = Hacer una pausa
functions-newsletter-resume = Reanudar
functions-newsletter-leave = Irme
functions-newsletter-export = Todo lo que se sabe de usted, en un archivo
functions-newsletter-erase = Borrar todo lo que se sabe de mí
functions-newsletter-leave-title = Irse
functions-newsletter-leave-text = Pulse el botón y no se enviará nada más a su dirección.
functions-newsletter-left-title = Ya no se le envía nada
functions-newsletter-left = Su dirección ya no recibe ningún envío. Si ha sido un error, suscríbase de nuevo.
functions-newsletter-erased-title = Todo está borrado
functions-newsletter-erased = No se guarda nada que lo nombre. Queda un número obtenido de su dirección, para que ninguna lista la traiga de vuelta contra su voluntad.
functions-newsletter-expired-title = Este enlace ya no es válido
functions-newsletter-expired = Es demasiado antiguo o no se copió entero. Suscríbase de nuevo para recibir otro.
functions-newsletter-letter-subject = Confirme su suscripción: { $title }
functions-newsletter-letter-text = Alguien, seguramente usted, ha pedido que se envíe «{ $title }» a esta dirección. Abra esta página y pulse el botón para confirmar:
functions-newsletter-letter-button = Confirmar
functions-newsletter-letter-until = La página puede abrirse durante { $days } días. Si no fue usted, no haga nada: no habrá ningún otro mensaje.
functions-newsletter-letter-refuse = No volver a preguntarme nunca:
functions-personal-title = Sus datos
functions-personal-ask = ¿Qué ha enviado por los formularios de este sitio? Escriba la dirección que dio: un correo le trae un enlace para verlo, llevárselo o borrarlo.
functions-personal-submit = Enviarme el enlace
functions-personal-sent-title = Mire en su buzón
functions-personal-sent = Un correo va en camino a la dirección que escribió. Su enlace vale un día. Si no llega nada en una hora, mire en el correo no deseado o inténtelo mañana.
functions-personal-none = Aquí no se guarda nada enviado con esta dirección.
functions-personal-file = Llevárselo, en un archivo para programas
functions-personal-erase-why = Lo que borre desaparece enseguida, de aquí y de lo que quedaba por comunicar. Los correos que ya salieron hacia el equipo están en sus manos: pídaselo.
functions-personal-erase = Borrarlo todo para siempre
functions-personal-erased-title = Está borrado
functions-personal-erased = Lo que había enviado ya no está aquí, y su enlace no abre nada más.
functions-personal-expired-title = Este enlace ya no es válido
functions-personal-expired = Es demasiado antiguo, ya se usó o no se copió entero. Pida otro.
functions-personal-letter-subject = Sus datos en { $site }
functions-personal-letter-text = Alguien, probablemente usted, ha preguntado qué se envió con esta dirección en { $site }. Esta página lo muestra y lo borra si quiere:
functions-personal-letter-button = Ver mis datos
functions-personal-letter-until = La página puede abrirse durante un día. Si no fue usted, no haga nada: nadie más puede abrirla.

functions-not-found-title = Página no encontrada
functions-not-found = No hay nada en esta dirección. Puede que haya cambiado de sitio o que el enlace sea erróneo.
functions-bad-request-title = No se ha podido leer esta petición
functions-bad-request = Lo que envió su navegador está dañado. Vuelva atrás, recargue la página e inténtelo de nuevo.
functions-method-title = Esta dirección no se usa así
functions-method = No se puede consultar esta dirección de esta manera. Vuelva atrás e inténtelo desde la página.
functions-forbidden-title = Envío desde otro sitio
functions-forbidden = Por su seguridad, este formulario solo se acepta desde este sitio. Abra aquí su página e inténtelo de nuevo.
functions-too-large-title = Demasiado texto
functions-too-large = Lo que ha enviado es demasiado largo. Vuelva atrás, acórtelo y envíelo de nuevo.
functions-media-type-title = Este tipo de envío no se acepta
functions-media-type = Los formularios solo se aceptan tal como los envían los navegadores. Abra la página del formulario e inténtelo de nuevo.
functions-too-often-title = Un momento, por favor
functions-too-often = Se ha enviado mucho desde su conexión en este minuto. Vuelva a enviarlo dentro de un minuto.
functions-unavailable-title = No disponible en este momento
functions-unavailable = No se ha podido atender su petición y no se ha conservado nada. Inténtelo de nuevo en unos minutos.
