### Palavras da interface, em português.
### What stands in braces, such as { $n }, is filled in: keep it as it is.

## The frame of every page.

# First link of the page, for keyboards and screen readers.
skip = Ir para o conteúdo
# Opens the list of sections on a phone; also names it for screen readers.
menu = Menu
# Names the list of languages for screen readers.
languages = Línguas
# Names the path from the home page, for screen readers.
breadcrumb = Trilha de navegação
# Button and name of the search field.
search = Buscar
search-label = Buscar no site
# Names the links at the foot of the page, for screen readers.
more = Para saber mais
feed = Canal Atom
# After a language in which this page does not exist: the link leads to its home page.
untranslated = ainda não traduzida

## Pages and lists.

updated = Atualizado em { $date }
# $n: reading time, a whole number.
minutes = { $n ->
        [one] { $n } minuto de leitura
       *[other] { $n } minutos de leitura
    }
tags = Temas
# $n: how many pages a topic has.
pages-count = { $n ->
        [one] { $n } página
       *[other] { $n } páginas
    }
# For screen readers.
pagination = Páginas da lista
page-of = Página { $n } de { $total }
previous = Página anterior
next = Página seguinte
# Before the title of the page published just after this one.
newer = Mais recente
# Before the title of the page published just before this one.
older = Mais antigo
# Before the title of the page just above this one in a list that is not of news.
before = Antes
after = Depois
# For screen readers.
neighbours = Páginas vizinhas
# Heading above pages that share topics with this one.
related = Sobre os mesmos temas
# Before links that send the address of the page to somebody.
share = Partilhar
share-mail = Correio eletrónico
# $date: the day on which the page came. $n: how often it was changed since.
history = Em linha desde { $date }; { $n ->
        [0] sem alterações desde então
        [one] alterada { $n } vez
       *[other] alterada { $n } vezes
    }.
# Link to the place where every change is kept.
history-all = Todo o histórico
# Opens the list of the headings of a long page.
contents = Nesta página
nothing = Nada aqui por enquanto.
# Names the links that show a part of a list, for screen readers.
facets = Filtrar a lista
# Leads back to the whole list.
facets-all = Tudo
# Title of a part of a list. $section: the list, such as Members; $value: a country, a level.
facet-title = { $section }: { $value }

## The home page.

latest-news = Últimas notícias
next-events = Próximos encontros
# Names the drawing of islands on the home page.
chart = Carta das plataformas
all-events = Toda a agenda
all-news = Todas as notícias

## Events, courses, members.

# In the date block of an event. $n: 1 to 12.
month-short = { $n ->
        [1] jan.
        [2] fev.
        [3] mar.
        [4] abr.
        [5] maio
        [6] jun.
        [7] jul.
        [8] ago.
        [9] set.
        [10] out.
        [11] nov.
       *[12] dez.
    }
# Heading in the agenda. $n: 1 to 12.
month = { $n ->
        [1] Janeiro
        [2] Fevereiro
        [3] Março
        [4] Abril
        [5] Maio
        [6] Junho
        [7] Julho
        [8] Agosto
        [9] Setembro
        [10] Outubro
        [11] Novembro
       *[12] Dezembro
    } { $year }
# $from and $to are dates already said in this language.
from-to = de { $from } a { $to }
# $n: a size in thousands of bytes.
file-size = { $n } kB
# $place: a city, as time zones are named.
time-in = hora de { $place }
past-events = Encontros passados
# Names the links to the months of the agenda, for screen readers.
months = Meses
# Link to a file for calendars.
calendar = Adicionar a um calendário

## What the fields of types are called: field-<name>; and their values: value-<value>.

field-when = Quando
field-place = Onde
field-attendance = Participação
field-online = On-line
field-organiser = Organização
field-series = Série
field-registration = Inscrição
field-cost = Preço
field-kind = Tipo
field-closes = Encerra em
field-author = Por
field-source = Primeira publicação
field-file = Baixar
field-authors = Redação
field-publisher = Edição
field-licence = Licença
field-pages = Extensão
field-code = Código
field-duration = Duração
field-hours = Trabalho ao todo
field-level = Nível
field-before = Pré-requisito
field-mode = Modalidade
field-outcome = Ao final
field-audience = Para
field-age = A partir de
field-provider = Oferecido por
field-teachers = Docentes
field-sessions = Sessões
course-survey = Fez este curso? Diga o que achou dele
field-acronym = Sigla
field-city = Lugar
field-country = País
field-since = Membro desde
field-associations = Associações
field-tongues = Línguas
field-website = Site
field-email = E-mail
field-role = Função
field-organisation = Organização
field-number = Número
field-sent = Enviada em
field-image = Imagem
field-logo = Logotipo
value-on-site = Presencial
value-mixed = Presencial e a distância
value-online = A distância
value-news = Notícia
value-press = Comunicado de imprensa
value-call = Chamada
value-opportunity = Oportunidade
value-report = Relatório
value-guide = Guia
value-minutes = Ata
value-template = Modelo
value-charter = Carta
value-beginner = Iniciante
value-intermediate = Intermediário
value-advanced = Avançado
value-true = Sim
value-false = Não

## What the types of pages are called: type-<name>.

type-page = Página
type-news = Notícia
type-event = Encontro
type-document = Documento
type-course = Formação
type-organisation = Organização
type-person = Pessoa
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
        [one] { $n } ano
       *[other] { $n } anos
    }

## The page shown where there is no page.

not-found-title = Página não encontrada
not-found-text = Não há nada neste endereço. A página pode ter mudado de lugar, ou o endereço pode conter um erro.
back-home = Voltar à página inicial
# First step of the breadcrumb.
home = Início

## Inside a text.

# Titles of passages that should not be missed.
callout-note = Nota
callout-tip = Conselho
callout-important = Importante
callout-warning = Atenção
callout-caution = Cuidado
# A link from a film or a recording to its words.
transcript = Transcrição
# For screen readers: the link to a note, and the way back. $n: its number.
footnote = Nota { $n }
footnote-back = Voltar ao texto, nota { $n }

## What the functions say: search, forms and errors. { $n } and the like are filled in as they are, without plural forms.

functions-home = Voltar à página inicial
functions-search-title = Busca
functions-search-label = Palavras a procurar
functions-search-submit = Buscar
functions-search-empty = Escreva uma ou mais palavras para buscar em todo o site.
# $query is what the visitor typed.
functions-search-none = Nenhuma página encontrada para “{ $query }”. Tente menos palavras, ou outras.
functions-search-count = Resultados: { $n }
functions-search-mended = Nenhuma página contém “{ $typed }”: mostram-se as que contêm “{ $found }”.
functions-search-more = Mais resultados
functions-search-previous = Resultados anteriores
functions-search-narrow = Restringir os resultados
functions-search-type = Tipo de página
functions-search-section = Seção
functions-search-order = Ordem
functions-search-best = Mais pertinentes primeiro
functions-search-newest = Mais recentes primeiro
functions-search-elsewhere = Em outra língua: { $language }
functions-form-send = Enviar
functions-form-next = Continuar
functions-form-back = Voltar
functions-form-step = Passo { $n } de { $count }: { $title }
functions-form-kept = O que envia é apagado aqui ao fim de { $days } dias.
# After the label of a field.
functions-form-required = obrigatório
functions-form-trap = Deixe este campo vazio
functions-form-choose = Escolha uma resposta
functions-form-errors = Algumas respostas precisam da sua atenção
# $title is the form's title.
functions-form-errors-title = Confira as suas respostas: { $title }
# $label is a field's label, $message what is wrong with it.
functions-form-error-item = { $label }: { $message }
functions-form-asked-if = Só se responder “{ $answer }” a “{ $label }”.
functions-form-asked-if-any = Só se responder a isto: { $label }
functions-form-needed-if = Necessário se responder “{ $answer }” a “{ $label }”.
functions-form-needed-if-any = Necessário se responder a isto: { $label }
functions-form-nps-low = Nada provável
functions-form-nps-high = Muito provável
functions-form-early = Este formulário ainda não está aberto. Volte mais tarde.
functions-form-closed = Este formulário está fechado: já não se aceitam respostas.
functions-form-full = Todas as vagas estão ocupadas. As suas respostas não foram guardadas.
functions-form-once = Você já respondeu: cada pessoa responde uma vez. As suas primeiras respostas ficam guardadas; estas, não.
functions-quiz-title = O seu resultado: { $title }
functions-quiz-of = Pontos: { $n } de { $most }
functions-quiz-points = Resultado
functions-quiz-passed = Aprovado: era preciso pelo menos { $n }%.
functions-quiz-failed = Ainda não aprovado: é preciso pelo menos { $n }%.
functions-quiz-right = ✓ Certo
functions-quiz-wrong = ✕ A rever
functions-quiz-given = A sua resposta
functions-quiz-empty = Sem resposta
functions-quiz-expected = A resposta certa
functions-quiz-certificate = O seu certificado, com o código que permite a qualquer pessoa verificá-lo:
functions-quiz-next = Continuar
functions-quiz-gone = Não há tal resultado aqui, ou já não está guardado.
functions-quiz-gone-title = Sem resultado
functions-certificate = Certificado
functions-certificate-true = Este certificado é autêntico: foi dado por este site.
functions-certificate-none = Aqui não se guarda nenhum certificado com este código. Verifique cada letra e cada algarismo.
functions-certificate-name = Dado a
functions-certificate-of = Por
functions-certificate-day = Dia
functions-certificate-code = Código do certificado
functions-certificate-check = Verificar
functions-results-title = { $title }: resultados
functions-results-answers = Respostas: { $n }
functions-results-written = Responderam com as suas palavras: { $n }
functions-results-mean = Média: { $n }
functions-results-score = Recomendariam, menos os que não: { $n }
functions-results-answer = Resposta
functions-results-count = Número
functions-results-share = Parte
functions-check-changed = Este formulário mudou desde que você abriu a página. Confira as suas respostas e envie de novo.
functions-check-required = Responda a esta pergunta.
# $max is a number.
functions-check-too-long = Escreva no máximo { $max } caracteres.
# $min is a number.
functions-check-too-short = Escreva no mínimo { $min } caracteres.
functions-check-characters = Remova os caracteres de controle invisíveis.
functions-check-choice = Escolha entre as respostas propostas.
functions-check-too-few = Número mínimo de respostas: { $min }.
functions-check-too-many = Número máximo de respostas: { $max }.
functions-check-consent = Marque esta caixa para continuar.
functions-check-number = Escreva um número, só com algarismos.
functions-check-number-min = Escreva um número que não seja menor que { $min }.
functions-check-number-max = Escreva um número que não passe de { $max }.
functions-check-url = Escreva um endereço da web que comece com https:// ou http://.
functions-check-date = Escreva uma data como ano-mês-dia, por exemplo 2026-03-31.
functions-check-time = Escreva uma hora como horas:minutos, por exemplo 14:30.
functions-check-phone = Escreva um número de telefone com algarismos, por exemplo +216 71 123 456.
functions-check-pattern = Não está escrito da maneira pedida.
functions-check-different = Não é o mesmo que escreveu da primeira vez.
functions-check-lines = Escolha uma resposta em cada linha.
functions-check-ranks = Dê cada lugar uma só vez: 1 ao primeiro, 2 ao seguinte, e assim até o último.
functions-check-code = Nenhuma sessão aberta neste momento tem este código. Veja-o mais uma vez.
functions-check-repeated = Dê aqui uma única resposta.
functions-check-trap = Deixe este campo vazio: ele serve para deter robôs.

# What is wrong with an e-mail address. $reason is one of these sentences, $character a character, $address an address.
functions-address-empty = Escreva um endereço de e-mail.
functions-address-too-long = É longo demais: um endereço tem no máximo { $max } bytes.
functions-address-no-at = Falta o sinal @: um endereço é como nome@exemplo.org.
functions-address-display-name = Escreva só o endereço, sem nome nem colchetes em volta.
functions-address-several = Escreva um único endereço.
functions-address-dots = Há um ponto no início, no fim ou ao lado de outro ponto.
functions-address-quotes = Aspas não são aceitas aqui.
functions-address-space = Há um espaço.
functions-address-character = Este caractere não pode estar aí: { $character }.
functions-address-invisible = Há um caractere invisível: { $character }. Digite o endereço em vez de colá-lo.
functions-address-unassigned = Este caractere não significa nada para outros computadores: { $character }.
functions-address-mark = Este sinal não tem letra antes dele: { $character }.
functions-address-one-label = Falta o final, como .org ou .com.
functions-address-ending = O último nome só tem letras, como .org ou .com.
functions-address-literal = Escreva o nome do servidor, não o seu número entre colchetes.
functions-address-hyphen = Há um hífen no início, no fim ou repetido.
functions-address-long-label = Um dos nomes, entre dois pontos, é longo demais.
functions-address-direction = As letras vão nos dois sentidos dentro de um mesmo nome, ou não combinam.
functions-address-label = Um nome que começa por xn-- não corresponde a nada: escreva-o em suas próprias letras.
functions-address-local = Antes do @: { $reason }
functions-address-domain = Depois do @: { $reason }
functions-address-mend = { $reason } Queria escrever { $address }?
# The newsletter. $address is an address of mail, $title the name of the newsletter, $days a number.
functions-newsletter-address = O seu endereço de correio eletrónico
functions-newsletter-languages = Em que línguas?
functions-newsletter-languages-none = Se não escolher nada, as cartas chegam na língua desta página.
functions-newsletter-topics = Sobre que temas?
functions-newsletter-topics-none = Se não escolher nada, recebe tudo.
functions-newsletter-submit = Inscrever-se
functions-newsletter-sent-title = Veja a sua caixa de correio
functions-newsletter-sent = Vai a caminho uma mensagem para o endereço que deu. Abra a ligação que ela contém e carregue no botão: só então fica inscrito. Se nada chegar dentro de uma hora, procure no correio indesejado ou tente de novo amanhã.
functions-newsletter-kept-title = O seu endereço fica guardado, mas as nossas mensagens ainda não o alcançam
functions-newsletter-kept = O que está antes do @ no seu endereço não está em letras latinas simples, e o servidor de correio deste sítio ainda não o sabe encaminhar. O seu endereço fica guardado tal como o escreveu, e não está inscrito. Se tiver outro endereço, pode inscrevê-lo agora.
functions-newsletter-busy-title = Demasiadas inscrições ao mesmo tempo
functions-newsletter-busy = Inscrevem-se tantas pessoas que, por agora, mais ninguém o pode fazer. Nada foi guardado. Tente de novo daqui a uma hora.
functions-newsletter-confirm-title = Confirmar a sua inscrição
functions-newsletter-confirm = Carregue no botão e passa a receber as cartas.
functions-newsletter-confirm-submit = Sim, escrevam-me
functions-newsletter-welcome-title = Está inscrito
functions-newsletter-welcome = Pode mudar o que recebe, fazer uma pausa ou sair quando quiser.
functions-newsletter-preferences-title = A sua inscrição
functions-newsletter-preferences = As cartas vão para { $address }.
functions-newsletter-paused = Estão em pausa: nada é enviado até que as retome.
functions-newsletter-left-state = Saiu: nada é enviado.
functions-newsletter-save = Guardar
functions-newsletter-saved = As suas escolhas ficam guardadas.
functions-newsletter-pause = Fazer uma pausa
functions-newsletter-resume = Retomar
functions-newsletter-leave = Sair
functions-newsletter-export = Tudo o que se sabe de si, num ficheiro
functions-newsletter-erase = Apagar tudo o que se sabe de mim
functions-newsletter-leave-title = Sair
functions-newsletter-leave-text = Carregue no botão e nada mais é enviado para o seu endereço.
functions-newsletter-left-title = Nada mais lhe é enviado
functions-newsletter-left = O seu endereço já não recebe nenhuma carta. Se foi engano, inscreva-se de novo.
functions-newsletter-erased-title = Está tudo apagado
functions-newsletter-erased = Nada do que o nomeia fica guardado. Resta um número obtido do seu endereço, para que nenhuma lista o traga de volta contra a sua vontade.
functions-newsletter-expired-title = Esta ligação já não é válida
functions-newsletter-expired = É demasiado antiga, ou não foi copiada inteira. Inscreva-se de novo para receber outra.
functions-newsletter-letter-subject = Confirme a sua inscrição: { $title }
functions-newsletter-letter-text = Alguém, provavelmente você, pediu que «{ $title }» fosse enviada para este endereço. Abra esta página e carregue no botão para confirmar:
functions-newsletter-letter-button = Confirmar
functions-newsletter-letter-until = A página pode ser aberta durante { $days } dias. Se não foi você, não faça nada: nenhuma outra mensagem se seguirá.
functions-newsletter-letter-refuse = Nunca mais me perguntar:
functions-personal-title = Os seus dados
functions-personal-ask = O que enviou pelos formulários deste sítio? Escreva o endereço que deu: um e-mail traz-lhe uma ligação para o ver, levar consigo ou apagar.
functions-personal-submit = Enviar-me a ligação
functions-personal-sent-title = Veja a sua caixa de correio
functions-personal-sent = Um e-mail vai a caminho do endereço que escreveu. A sua ligação vale um dia. Se nada chegar dentro de uma hora, veja o correio não solicitado ou tente amanhã.
functions-personal-none = Nada do que foi enviado com este endereço é guardado aqui.
functions-personal-file = Levar consigo, num ficheiro para programas
functions-personal-erase-why = O que apagar desaparece logo, daqui e do que faltava transmitir. Os e-mails que já seguiram para a equipa estão com ela: peça-lhe.
functions-personal-erase = Apagar tudo para sempre
functions-personal-erased-title = Está apagado
functions-personal-erased = O que tinha enviado já não está aqui, e a sua ligação já não abre nada.
functions-personal-expired-title = Esta ligação já não é válida
functions-personal-expired = É demasiado antiga, já foi usada ou não foi copiada por inteiro. Peça outra.
functions-personal-letter-subject = Os seus dados em { $site }
functions-personal-letter-text = Alguém, provavelmente você, perguntou o que foi enviado com este endereço em { $site }. Esta página mostra-o e apaga-o se quiser:
functions-personal-letter-button = Ver os meus dados
functions-personal-letter-until = A página pode ser aberta durante um dia. Se não foi você, não faça nada: mais ninguém a pode abrir.

functions-not-found-title = Página não encontrada
functions-not-found = Não há nada neste endereço. A página pode ter mudado de lugar, ou o link pode estar errado.
functions-bad-request-title = Não foi possível ler este pedido
functions-bad-request = O que o seu navegador enviou está danificado. Volte, recarregue a página e tente de novo.
functions-method-title = Este endereço não se usa assim
functions-method = Este endereço não pode ser consultado desse modo. Volte e tente de novo a partir da página.
functions-forbidden-title = Envio vindo de outro site
functions-forbidden = Para a sua segurança, este formulário só é aceito a partir deste site. Abra aqui a página dele e tente de novo.
functions-too-large-title = Texto demais
functions-too-large = O que você enviou é longo demais para ser aceito. Volte, encurte e envie de novo.
functions-media-type-title = Este tipo de envio não é aceito
functions-media-type = Os formulários só são aceitos como os navegadores os enviam. Abra a página do formulário e tente de novo.
functions-too-often-title = Um momento, por favor
functions-too-often = Muito foi enviado da sua ligação neste minuto. Volte a enviar dentro de um minuto.
functions-unavailable-title = Indisponível no momento
functions-unavailable = O seu pedido não pôde ser atendido, e nada foi guardado. Tente de novo em alguns minutos.
