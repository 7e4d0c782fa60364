"""The phrases behind ``promises.py``, language by language, for folded text."""

import re


def _table(**sources: str) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(source) for language, source in sources.items()}


_WE_EN = (
    r"(?:we(?: all)?|i|someone|somebody|(?:a|our|the|my|your)(?: [\w-]+){0,3} (?:team|panel|committee|recruiters?|"
    r"manager|board|"
    r"department|office|group|colleagues?|partner|employer|client|people|member|consultant|coordinator|director)|hr|"
    r"(?:one|a member) of (?:us|our team|the team))"
)
_SHALL_EN = (
    r"(?:'ll|'d| will| shall| should| would| aim to| hope to| expect to| plan to| intend to| are going to| am going "
    r"to|"
    r" are planning to| are aiming to| are hoping to| try to| endeavou?r to| anticipate| commit to| promise to| can| "
    r"want to|"
    r"'re (?:going|hoping|aiming|planning) to|'m (?:going|hoping|aiming) to| are| am| is| aims to| hopes to| expects "
    r"to)"
)
_ANSWER_EN = (
    r"(?:get(?:ting)? back|be in touch|in contact|com(?:e|ing) back|"
    r"let(?:ting)? (?:you|everyone|everybody|(?:all )?(?:applicants|candidates)|all of you) know|contact(?:ing)? you|"
    r"inform(?:ing)? you|notify(?:ing)?|"
    r"updat(?:e|ing) you|(?:give|send|share|provide|have)(?: you)?(?: \w+){0,4} (?:update|news|answer|decision|"
    r"feedback|"
    r"outcome|response|result|reply|word)s?|respond|reply|decid(?:e|ing)|"
    r"mak(?:e|ing) (?:a|our|the|my|its|their)?(?: \w+)? ?decisions?|"
    r"follow(?:ing)? up|reach(?:ing)? out|write(?: to)? (?:you|everyone|all|again)|tell(?:ing)? (?:you|everyone)|"
    r"be able to (?:tell|let|say|give)|say (?:yes|either way|more)|confirm(?: \w+){0,3} (?:decision|outcome|either "
    r"way)|"
    r"hear back|have (?:something|more) (?:to|for) (?:tell|you)|ring you|give you a (?:ring|call|shout|bell)|"
    r"speak again|answer (?:you|everyone|all)|call you|phone you|drop you a line|(?:email|e-mail|text|message|mail) "
    r"you|"
    r"announce|communicate|advise you)"
)
ANSWER = _table(
    en=rf"\b{_WE_EN}{_SHALL_EN}(?: [\w'-]+){{0,9}}? {_ANSWER_EN}\b"
    r"|\byou(?:'ll| will| should| can| shall)(?: \w+)? (?:expect(?: to)?(?: hear| a| an| our| your| feedback)|hear|"
    r"(?:have|get|receive|be given|be sent)(?: \w+){0,4} (?:answer|decision|news|feedback|update|outcome|response|"
    r"result|"
    r"reply|email|word)s?|be (?:contacted|notified|informed|told|updated|advised|hearing)|know)\b"
    r"|\b(?:applicants|candidates|everyone|everybody|all|both)(?: \w+){0,4} (?:will|shall|should)(?: all)? (?:hear|be "
    r"(?:contacted|notified|informed|told|advised)|receive (?:an?|our) (?:answer|decision|outcome|email|reply))\b"
    r"|\b(?:we|i) (?:promise|commit|undertake|guarantee)\b.{0,30}\b(?:answer|response|decision|reply|feedback)\b"
    r"|\b(?:expect|look out for)(?: (?:an|a|our|to))*(?: \w+)? (?:answer|decision|response|feedback|reply|hear "
    r"(?:from|back))\b"
    r"|\b(?:[a-z]+) will (?:be in touch|get back to you|let you know|contact you|come back to you)\b",
    de=r"\b(?:wir|ich|unser\w* \w+|das team|die (?:\w+)?abteilung|jemand)\b.{0,60}?\b(?:melden|melde|meldet)\b"
    r"|\b(?:melden|melde|meldet) (?:wir|ich|sich)\b"
    r"|\b(?:wir|ich|sie|er) (?:\w+ ){0,2}entscheide[nt]?\b|\bentscheidet (?:sich|er|sie|der|die|das)\b"
    r"|\b(?:melden|melde) (?:uns|mich)\b|\b(?:sie|du|ihr) (?:hoeren|hoerst|hoert|erfahren|erfaehrst|wissen|weisst|"
    r"bekommen|bekommst|erhalten|erhaeltst)\b.{0,50}?\b(?:von (?:uns|mir)|bescheid|antwort|rueckmeldung|entscheidung|"
    r"mehr)\b|\b(?:hoeren|hoerst|erfahren) (?:sie|du)\b|\b(?:gebe|geben|sage|sagen) (?:ich |wir )?(?:ihnen|dir|euch) "
    r"(?:\w+ ){0,6}bescheid|\b(?:ich|wir) (?:rufe|rufen) (?:sie|dich)\b.{0,40}\ban\b|\brueckmeldung (?:bekommen|"
    r"erhalten|geben|kommt|folgt)\b|\b(?:komme|kommen) (?:ich |wir )?(?:\w+ ){0,4}auf (?:sie|dich) zu\b"
    r"|\b(?:bescheid|antwort|rueckmeldung)\b.{0,30}\b(?:gebe|geben|bekommen|bekommst|erhalten|erhaeltst)\b"
    r"|\b(?:werden|werde|wird|geben|gebe|teilen|teile|informieren|informiere|kontaktieren|treffen|koennen|kann|"
    r"erhalten|"
    r"erhaeltst|bekommen|bekommst|hoeren|hoerst|sagen|sage|lassen|lasse|kommen|komme|moechten|wollen)\b.{0,80}?"
    r"\b(?:rueckmeldung|bescheid|entscheidung|antwort|nachricht|feedback|informier\w*|mit(?:teilen)?|kontaktieren|"
    r"entscheiden|"
    r"auf (?:sie|dich) zu(?:kommen)?|bei (?:ihnen|dir) melden|von uns|wissen|ergebnis)\b"
    r"|\bentscheid(?:en|e) (?:wir|ich)\b|\b(?:informieren|kontaktieren) (?:wir|ich)\b",
    fr=r"\b(?:nous|je|notre equipe|l'equipe|le service|le recruteur|la commission|le jury|la direction|la directrice|"
    r"le directeur|le client|l'entreprise|ils|notre client|notre \w+|"
    r"on)\b.{0,25}?\b(?:revien(?:drons|drai|dra|s)"
    r"|recontacter\w*|contacter(?:ons|ai|a)|repond(?:rons|rai|ra)|tiendr(?:ons|ai|a)|informer(?:ons|ai|a)|"
    r"donn(?:erons|erai|era|ons|e)|ferons|ferai|fera|prendr(?:ons|a)|communiquer(?:ons|a)|reviendr\w+|rappeler\w*|"
    r"ecri(?:rons|"
    r"rai|s)|"
    r"adresser(?:ons|ai)|dir(?:ons|ai|a)|tiens|tenons|engageons a|efforcerons de|ne manquer\w+ pas|reprend(?:rons|"
    r"rai|s)|"
    r"(?:donne|donnons|fais|faisons|dis|disons|communique|communiquons|confirme|confirmons|envoie|envoyons|transmets) "
    r"(?:\w+ ){0,2}(?:reponse|retour|decision|nouvelles?|suites?|resultats?|signe)|vous dis|vous tiens|te dis|te tiens|"
    r"reponds|repondons|recontacte|recontactons|rappelle|rappelons|revient|vous dit|te dit|vous tient|tranch(?:ons|e|"
    r"erons|era)|"
    r"decid(?:ons|e|erons|era|erai)|rendrons|rendons|transmettr(?:ons|ai)|aurons|aurai|saurons|saurai|pourrons|pourrai|"
    r"(?:va|vais|allons|vont) (?:\w+ ){0,2}(?:revenir|recontacter|repondre|trancher|decider|donner|communiquer|"
    r"rappeler|"
    r"tenir|dire|prendre))\b"
    r"|\bvous (?:recevrez|aurez|serez|recevez|saurez|avez)\b.{0,30}?\b(?:reponse|retour|decision|nouvelles?|"
    r"contacte\w*|informe\w*|"
    r"recontacte\w*)\b"
    r"|\b(?:une|notre|la|leur) (?:reponse|decision)\b.{0,30}?\b(?:sera|vous sera|parviendra|interviendra|tombera|tombe|"
    r"est attendue)\b"
    r"|\b(?:retour|des nouvelles) de (?:notre|ma|leur) part\b",
    es=r"\b(?:nos pondremos|me pondre|se pondra\w*|nos pondriamos)\b.{0,20}?\bcontacto\b|\b(?:te|le|os|les) "
    r"(?:contactaremos|"
    r"responderemos|informaremos|avisaremos|llamaremos|escribiremos|diremos|daremos|comunicaremos|confirmaremos|"
    r"haremos|"
    r"mantendremos|contactare|respondere|informare|avisare|escribire|dire|llamare|dare|hare|comunicare|confirmare|"
    r"contactaran|responderan|informaran|avisaran|llamaran|diran|daran|digo|decimos|aviso|avisamos|cuento|contamos|"
    r"respondo|respondemos|escribo|escribimos|llamamos|(?:doy|damos) (?:\w+ ){0,3}(?:respuesta|noticias|algo|decision|"
    r"contestacion|resultado|feedback)|informamos|comunicamos|(?:voy|vamos|van) a (?:\w+ )?(?:avisar|contactar|"
    r"responder|escribir|llamar|decir|dar|informar|"
    r"comunicar|confirmar|contar))\b(?! (?:de )?que\b| para\b| por| a las)|\b(?:vamos|voy|van) a (?:avisar|contactar|"
    r"responder|escribir|llamar|decir|"
    r"dar|informar|comunicar|confirmar|contar)(?:te|le|les|os)\b|\b(?:te|le|os|les) (?:vamos|voy|van) a \w+r\b|"
    r"\b(?:me|nos) (?:pongo|ponemos) en contacto\b|\b(?:tendras|tendra|tendreis|recibiras|recibira|sabras|tienes) "
    r"(?:\w+ ){0,3}(?:respuesta|noticias|algo|decision|novedades)\b|\b(?:respuesta|noticias|decision) (?:antes|a mas "
    r"tardar|como muy tarde)\b|\b(?:tomaremos|comunicaremos|"
    r"daremos|"
    r"tendremos|decidiremos)\b.{0,20}?\b(?:decision|respuesta|resultado|noticias)\b|\bdecid(?:iremos|imos|iran|"
    r"ire)\b|\b(?:tomamos|tomaran) (?:\w+ )?decision\b|\b(?:recibira\w*|"
    r"tendra\w*|"
    r"sabra\w*)\b.{0,25}?\b(?:respuesta|noticias|decision|contestacion|nuestras)\b|\b(?:esperamos|podremos|podre) "
    r"(?:poder )?(?:dar|comunicar|tener|decir|tomar|responder|contestar|informar)\w*\b",
)
"""Their own promise to answer or decide."""

RESULT = _table(
    en=r"\b(?:decisions?|results?|outcomes?|offers?|answers?|shortlist|interview invitations)(?: \w+){0,3} (?:will|"
    r"should|is "
    r"expected|are expected|expected|to be|is due|are due|by|announced|made|on)\b|\bresults? of (?:the )?(?:sift|"
    r"shortlisting|interviews?)\b"
    r"|\b(?:make|reach|come to|take) (?:a|our|the|my|its|their)(?: \w+)? decision\b(?<!your decision)",
    de=r"\b(?:entscheidung|ergebnis\w*|zusage oder absage) (?:\w+ ){0,4}(?:faellt|fallen|folgt|erwarten|bis|"
    r"spaetestens|wird)\b|"
    r"\bentscheidung (?:faellt|treffen)\b",
    fr=r"\b(?:decision|reponse|resultats?)\b.{0,20}?\b(?:sera|seront|prevue?s?|attendue?s?|avant|d'ici|sous|"
    r"interviendra|communique\w*)\b",
    es=r"\b(?:decision|respuesta|resultados?)\b.{0,20}?\b(?:sera|seran|se comunicara\w*|se tomara|prevista|antes|"
    r"publicara\w*)\b",
)
"""A decision or result that is announced for a day."""

CONDITION = _table(
    en=r"\b(?<!know )(?<!tell you )(?<!inform you )(?:if|should (?:you|your|we be|we wish|we want)|unless|in case|in "
    r"the event|provided|"
    r"(?:successful|shortlisted|selected|suitable|qualified) (?:candidates|applicants)|only (?:those|candidates|"
    r"applicants))\b"
    r"(?<!know if)",
    de=r"\b(?:falls|sofern|wenn (?:sie|du|ihr\w*|dein\w*|wir interesse)|sollten? (?:sie|du|ihr\w*|dein\w*|wir)|nur "
    r"(?:\w+ ){0,3}"
    r"(?:bewerber|kandidat|person)\w*|im falle?)\b",
    fr=r"\b(?:si|s'il|en cas|au cas ou|dans le cas|seuls?|seules)\b",
    es=r"\b(?:si|en caso|siempre que|solo|unicamente|solamente)\b",
)
"""A condition about the person or the outcome; "either way" and "once we have met everyone" are none."""

NOT_A_PROMISE = _table(
    en=r"\b(?:if you (?:do not|don't|have not|haven't)|should you not|unless|hear (?:back )?from you|your "
    r"(?:decision|answer|reply|"
    r"response|acceptance|availability)|(?:you|to) (?:start|join us|begin)|first day|start(?:ing)? date|your start|"
    r"(?:cannot|can't|unable to|not able to|won't|will not|not) (?:promise|guarantee|respond|reply|answer|contact|"
    r"give|be able)|"
    r"no later than .{0,30} (?:submit|complete)|for (?:an |your )?interview|allotted time|discount|order|parcel|"
    r"delivery|invoice|subscription)\b",
    de=r"\b(?:(?:von|auf) (?:ihnen|dir|ihrer|deiner|ihre|deine)\b.{0,20}\b(?:hoeren|rueckmeldung|antwort)|ihre "
    r"(?:rueckmeldung|antwort|"
    r"entscheidung|zusage)|deine (?:rueckmeldung|antwort|entscheidung|zusage)|arbeitsbeginn|erster arbeitstag|ersten "
    r"arbeitstag|eintritt|falls sie nichts|wenn sie nichts|nicht (?:versprechen|garantieren|alle|jede[nr]?))\b",
    fr=r"\b(?:votre (?:reponse|retour|decision|accord)|sans (?:reponse|nouvelles?|retour) de (?:notre|votre) part|de "
    r"votre part|"
    r"prise de poste|premier jour|ne pouvons (?:pas )?(?:garantir|repondre|promettre))\b",
    es=r"\b(?:(?:tu|su) (?:respuesta|decision|contestacion|confirmacion)|si no (?:recibe|tiene|recibes|tienes)|"
    r"incorporacion|"
    r"primer dia|no podemos (?:garantizar|responder|prometer))\b",
)
"""What makes the whole sentence something else: the person's turn, a start date, a refusal to promise."""

ASKED = _table(
    en=r"\b(?:please|kindly|could you|can you|would you|are you|you (?:need|must|have to|are asked)|let (?:us|me) "
    r"know|get back to "
    r"(?:us|me)|send (?:us|me)|submit|complete|reply to (?:us|me|this)|return (?:it|the)|confirm (?:by|your)|rsvp|"
    r"(?:meet|met|interview(?:ed)?|spoke|speaking|interviews?) (?:\w+ ){0,2}(?:on|next|this|last)|seeing the (?:last|"
    r"other|next|"
    r"remaining)[^,;]{0,20})\b",
    de=r"\b(?:bitte|koennten sie|koenntest du|senden sie|teilen sie|geben sie|schicken sie|melden sie sich|melde "
    r"dich|melden sie)\b",
    fr=r"\b(?:veuillez|merci de|pourriez-vous|pouvez-vous|nous vous (?:prions|demandons|invitons)|repondez|"
    r"faites-nous)\b",
    es=r"\b(?:por favor|podrias?|puedes|puede|envi[ae](?:nos|me)|responda|confirm[ae](?:nos|me)?|rogamos|"
    r"indic[ae](?:nos|me))\b",
)
"""What is asked of the person or merely takes place: a day that follows it is not promised."""

CLOSING = _table(
    en=r"\b(?:applications?|vacancy|vacancies|posting|position|role|job|advert|advertisement|post|recruitment)(?: "
    r"\w+){0,4}? "
    r"(?:clos(?:es?|ed|ing)(?: date)?|remains? open(?: until)?|(?:is|are|stays?) open (?:until|till)|until|"
    r"deadline)\b|"
    r"\bclosing (?:date|time|day)(?: \w+){0,6}?(?: is| was|:)?|\bclosing date\b|\bwe close (?:for )?(?:applications "
    r")?(?:on)?|"
    r"\b(?:collecting|accepting|taking|receiving) (?:\w+ ){0,3}(?:applications|papers|cvs|resumes) (?:until|till|up "
    r"to)|"
    r"\bapplication (?:deadline|window|period)(?: \w+){0,3}|\bdeadline for (?:applications|applying)(?: is)?",
    de=r"\b(?:bewerbungsschluss|bewerbungsfrist|ausschreibung|stellenausschreibung)(?: \w+){0,6}?(?: ist| endet| "
    r"laeuft| bis|:)|"
    r"\bbewerbungsschluss\b|\bbewerbungen (?:werden |nehmen wir )?(?:\w+ ){0,3}bis\b",
    fr=r"\b(?:date limite|cloture|date de cloture)(?: (?:de|des|du|d'envoi|pour|la|les|\w+)){0,6}?(?: est| ?:| le)|"
    r"\bcandidatures? (?:\w+ ){0,5}(?:jusqu'au|closes?|cloturees?)\b|\bcloture des candidatures\b",
    es=r"\b(?:plazo|fecha limite|cierre)(?: \w+){0,8}?(?: hasta| finaliza| termina| cierra| es| ?:)|\bcierre de "
    r"(?:candidaturas|"
    r"solicitudes|inscripciones|la convocatoria)\b",
)
"""When applications close; the day follows."""

DUE = _table(
    en=r"\b(?:please|kindly|you have|you've got|you'll have|need(?:s|ed)?|must|should|to be|can you|could you|would "
    r"you|deadline|due"
    r"(?: date| by)?|expir(?:es?|y|ing|ation)(?: date)?|valid (?:until|for|through)|available (?:until|for)|closes?|"
    r"open (?:until|for)|complete[d]?|submit(?:ted)?|"
    r"return(?:ed)?|finish(?:ed)?|(?:let (?:us|me) know|tell (?:us|me)|reply|respond|answer|confirm|accept|sign|send|"
    r"hear from you|"
    r"hand (?:it )?in|turn (?:it )?in|have it)|by|before|within|no later than|until)\b",
    de=r"\b(?:bitte|frist|spaetestens|gueltig|laeuft ab|ablauf\w*|faellig|abgabe\w*|bearbeiten|einreichen|zurueck\w*|"
    r"haben sie|hast du|"
    r"bis|innerhalb|binnen|antwort|rueckmeldung)\b",
    fr=r"\b(?:veuillez|merci de|date limite|expire\w*|valable|avant|d'ici|sous|dans un delai|au plus tard|echeance|"
    r"vous (?:avez|disposez)|"
    r"jusqu'au|a rendre|retourner|reponse)\b",
    es=r"\b(?:por favor|fecha limite|plazo|caduca|expira|vence|valido|antes|hasta|tiene[sn]?|dispone[sn]?|a mas "
    r"tardar|entrega|enviar|"
    r"responder|completar)\b",
)
"""What the person is to do or the end of a test's validity; the day follows."""
