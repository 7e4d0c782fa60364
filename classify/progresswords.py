"""The phrases behind ``progress.py``: what own mail does, and what tells that a test is done or a question asked."""

import re

APPLYING = re.compile(
    r"\b(i am applying|i'm applying|i would like to apply|i'd like to apply|my application for|apply for the|"
    r"application for the|attached (?:is|are|you will find) my|my (?:cv|resume|résumé)|bewerbe ich mich|"
    r"meine bewerbung|bewerbungsunterlagen|je (?:vous )?(?:présente|soumets|adresse) ma candidature|ma candidature|"
    r"me permets de postuler|mi candidatura|adjunto mi (?:cv|currículum)|presentar mi candidatura)\b",
    re.IGNORECASE,
)
WITHDRAWING = re.compile(
    r"\b(withdraw(?:ing)? (?:my|from)|no longer (?:wish|want) to be considered|take me out of|remove me from "
    r"consideration|accepted another (?:offer|position|role|job)|"
    r"accepté un autre (?:poste|emploi)|aceptado otr[ao] (?:oferta|puesto|trabajo)|"
    r"ziehe (?:ich )?meine bewerbung|bewerbung zurück\w*|"
    r"retir(?:e|er) ma candidature|retirar mi candidatura)\b",
    re.IGNORECASE,
)
CHASING = re.compile(
    r"\b(follow(?:ing)?[- ]up|check(?:ing)? in|any (?:news|update)|an update on|status of|where (?:things|you) stand|"
    r"wonder(?:ed|ing)? (?:if|whether|how)|have you (?:had|been able|reached|made)|still (?:open|interested|under)|"
    r"still (?:very|keenly) interested|timeline|next steps|last note|not heard|haven't heard|"
    r"bump(?:ing)? this|touch(?:ing)? base|circl(?:e|ing) back|gentle (?:reminder|nudge)|any word|"
    r"my (?:last|earlier|previous|first) (?:e-?mail|message|mail|letter)|wrote to you (?:on|last|in|two|three|about)|"
    r"nachfrag\w*|nachfassen|stand (?:der|des|meiner)|(?<!auf ihre )(?<!auf eure )(?<!auf deine )"
    r"rückmeldung|zwischenstand|"
    r"nachgefragt|nachhaken|nachgehakt|erkundigen|(?:gibt es|gäbe es) (?:\w+ ){0,3}(?:neues|neuigkeiten)|"
    r"(?:wissen|erfahren|fragen|sagen),? (?:ob|wie|wann|was)\b|wie es (?:\w+ ){0,3}weiter ?geht|"
    r"haben sie (?:meine|die|bereits|schon) [^.?!]{0,60}(?:erhalten|bekommen|entschieden|entscheidung)|"
    r"(?:angekommen|eingegangen) (?:ist|sind)|nichts (?:mehr )?(?:von ihnen |von euch )?gehört|"
    r"relanc\w*|où en (?:est|sont|êtes)|suite (?:à|de) ma candidature|des nouvelles|sans nouvelles|sans réponse|"
    r"rev(?:enir|iens|enais) vers (?:vous|toi)|avez-vous [^.?!]{0,40}(?:reçue?s?|pu|eu|pris|décidé)|l'avez-vous|"
    r"savoir (?:si|où|quand|comment|ce qu)|(?:prendre|avoir) des nouvelles|avancement (?:de|du)|"
    r"seguimiento|estado de|alguna novedad|novedades|sin noticias|alguna noticia|"
    r"(?:quer\w+|gustaría|para|saber|dese\w+) (?:saber|preguntar\w*|consultar\w*|conocer) (?:si|cómo|cuándo|cuando|en "
    r"qué|por|sobre|el estado)|(?:preguntar|consultar)(?:te|le|les|os)\b|(?:te|le|os|les) llegó|"
    r"(?:has|ha|han|habéis) podido|pudi(?:ste|eron|eras?) (?:ver|revisar|leer)|"
    r"cómo (?:va|ha quedado|quedó|sigue|marcha)|han tomado (?:ya )?(?:una|alguna) decisión)\b",
    re.IGNORECASE,
)
ASKS_ABOUT_APPLICATION = re.compile(
    r"\b(?:ask|know|hear|learn|find out|check|make sure|be sure|inquire|enquire|wonder(?:ed|ing)?|curious)\b"
    r"[^.!?]{0,100}\b(?:my application|candidacy|decision|decide[d]?|(?:any|some) (?:news|update)|next steps?|"
    r"shortlist\w*|reached you|outcome|result|heard|stand|process)\b|\bhear(?:d)? back\b|"
    r"\b(?:my application|decision|decided|news|update|outcome|shortlist\w*|an answer|a reply)\b[^.!?]{0,80}\?|"
    r"\bexpect (?:an answer|a reply|a response|to hear)\b[^.!?]{0,80}\?|"
    r"\b(?:fragen|wissen|erfahren|hören|hoeren|erkundigen|sichergehen)\b[^.!?]{0,100}\b(?:bewerbung|entscheid\w+|"
    r"entschieden|neuigkeiten|neues|stand|verfahren|weiter ?geht|nächste\w* schritte?|angekommen|eingegangen)\b|"
    r"\b(?:bewerbung|entscheidung|entschieden|entscheiden|neuigkeiten|neues|antwort)\b[^.!?]{0,80}\?|"
    r"\b(?:savoir|demander|connaître|assurer|renseigner|vérifier)\b[^.!?]{0,100}\b(?:candidature|décision|"
    r"nouvelles|suites?|recrutement|processus|avancement|étapes?|reçue?s?|dossier)\b|"
    r"\b(?:reviens|revenir)\b[^.!?]{0,60}\bcandidature\b|"
    r"\b(?:ma candidature|décision|nouvelles|reçue?|réponse|un retour)\b[^.!?]{0,80}\?|"
    r"\b(?:saber|preguntar\w*|consultar\w*|conocer)\b[^.!?]{0,100}\b(?:candidatura|postulación|solicitud|decisión|"
    r"decidido|novedad\w*|proceso|llegó|recibi\w+|resultado)\b|"
    r"\b(?:mi candidatura|mi postulación|decisión|novedad\w*|respuesta)\b[^.!?]{0,80}\?",
    re.IGNORECASE,
)
"""A question about one's own application, a decision or the next step, however it is put."""
ACCEPTING = re.compile(
    r"\b(?:accept(?:ing|ed)? (?:your|the|this) (?:\w+ ){0,3}(?:offer|position|role|job|contract)|"
    r"i (?:gladly |happily )?accept\b|signed (?:contract|offer|letter)|contract (?:is )?signed|"
    r"nehme (?:ich )?(?:\w+ ){0,4}angebot\b[^.!?]{0,40}"
    r"\ban\b|angebot\b[^.!?]{0,30}\b(?:annehmen|nehme ich)|unterschrieben\w*|"
    r"j'accepte|accepter votre (?:offre|proposition)|contrat signé|"
    r"acepto|aceptar (?:la|su|tu|vuestra) (?:oferta|propuesta)|contrato firmado)\b",
    re.IGNORECASE,
)
"""The person takes an offer."""
TURNING_DOWN = re.compile(
    r"\b(?:declin(?:e|ing)|(?:must|have to|will|decided to) turn (?:it|the offer|your offer|this) down|"
    r"(?:not|cannot|can't|unable to) (?:be able to )?accept|"
    r"lehne (?:ich )?[^.!?]{0,40}\bab|muss (?:ich )?[^.!?]{0,40}\b(?:ablehnen|absagen)|nicht annehmen|"
    r"(?:dois|préfère|souhaite) (?:donc )?(?:décliner|refuser)|je décline|ne peux pas accepter|ne pas accepter|"
    r"(?:debo|tengo que|prefiero|decidido) (?:rechazar|declinar)|rechazo|no puedo aceptar)\b",
    re.IGNORECASE,
)
"""The person refuses an offer that lies before them."""
UNDECIDED = re.compile(
    r"\?|\b(?:before|if|whether|until|once|bevor|ob|falls|wenn|sobald|avant|si|dès que|antes|cuando)\b", re.IGNORECASE
)
"""What keeps a sentence from settling an offer: a question, a condition, a matter to be thought over."""
THANKING = re.compile(
    r"\b(thank(?:s| you)|danken?|vielen dank|herzlichen dank|besten dank|dank(?:e)? für|bedank\w*|dankbar|merci|"
    r"remercie\w*|remercier|remerciements|gracias|agradezco|agradecer(?:l[ae]s?|te|os)?|agradecid\w)\b",
    re.IGNORECASE,
)
HANDING_IN = re.compile(
    r"\b(my (?:(?:completed|finished|solved) )?(?:solution|submission|assignment|task|test|exercise|case study)|"
    r"(?:attached|enclosed|here (?:is|are)|sending|returning) (?:[\w']+ ){0,2}"
    r"(?:solution|assignment|task|test|exercise|"
    r"case study|submission)|"
    r"completed the|have (?:completed|submitted|finished)|abgabe|meine lösung|lösung der aufgabe|"
    r"(?:anbei|im anhang|hier)\b[^.!?]{0,50}\b(?:lösung|testaufgabe|aufgabe|bearbeitung)|ma solution|"
    r"(?:ci-joint|pièce jointe|voici)\b[^.!?]{0,50}\b(?:solution|test|exercice|épreuve|étude de cas)|"
    r"(?:mi|la) (?:solución|resolución)|(?:adjunto|anexo|envío|mando|aquí (?:tienes|tiene|va))\b[^.!?]{0,50}"
    r"\b(?:prueba|"
    r"ejercicio|solución|resolución|desafío|caso)|(?:prueba|ejercicio|desafío) (?:resuelt|terminad|complet)\w+|"
    r"he completado|j'ai (?:terminé|complété|fini))\b",
    re.IGNORECASE,
)
HANDED_IN = re.compile(
    r"\b(?:assessment|test|challenge|assignment|task|submission|solution|interview|questionnaire|aufgabe|épreuve|"
    r"prueba)"
    r"\b[^.]{0,60}\b(?:complete[d]?|submitted|received|eingegangen|erhalten|reçu\w*|recibid\w*)\b"
    r"|\b(?:completed|submitted|received)\b[^.]{0,40}\b(?:assessment|test|challenge|assignment|task|solution)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:assessment|test|challenge|assignment|task|questionnaire|interview) (?:has been |was |is )?(?:now )?"
    r"(?:completed|submitted|received)\b|\byou(?:'ve| have) (?:now |successfully )?(?:completed|submitted|finished)\b|"
    r"\b(?:test|aufgabe|bearbeitung)\b[^.]{0,40}\b(?:abgeschlossen|eingegangen)\b|"
    r"\b(?:test|évaluation|épreuve)\b[^.]{0,40}\b(?:terminée?|bien reçue?)\b|"
    r"\b(?:prueba|evaluación|test)\b[^.]{0,40}\b(?:completad\w|recibid\w|enviad\w)\b",
    re.IGNORECASE,
)
"""Word that a test is done, where one was open; a second invitation to it says neither."""
ASKS_AGAIN = re.compile(
    r"\b(?:instead|move|moved|works?|suits?|manage|possible|convenient|make it|verschieben|passt|passen|décaler|"
    r"déplacer|"
    r"convient|conviendrait|possible|mover|cambiar|viene bien|vendría bien)\b[^.!?]*\?|"
    r"\b(?:please|kindly) (?:\w+ )?confirm\b|\bbitte (?:\w+ ){0,3}bestätigen\b|\bconfirmer\b|\bconfirm[ae]\w*,? por "
    r"favor\b",
    re.IGNORECASE,
)
"""A mail that answers ours and yet asks about the time once more."""
ASKS_AT_ALL = re.compile(
    r"\?|https?://|\blet (?:me|us) know\b|\bmelden sie sich\b|\b(?:send|share|give) (?:me|"
    r"us)\b",
    re.I,
)
