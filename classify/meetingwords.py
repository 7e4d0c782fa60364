"""The phrases behind ``meetings.py``, for folded text in all four languages."""

import re

SCREENING = re.compile(
    r"\b(?:phone (?:screen|call|interview|chat)|telephone (?:interview|call|screen)|screening|recruiter (?:call|"
    r"screen|chat)|"
    r"(?:intro(?:ductory|duction)?|initial|first|quick|short|brief|informal|exploratory|discovery|get[- ]to[- "
    r"]know\w*) (?:\w+ )?(?:call|chat|"
    r"conversation|screen|talk|phone)|(?:10|15|20|25|30|fifteen|twenty|thirty)[- ]?min(?:ute)?s?\b (?:\w+ )?(?:call|"
    r"chat|phone|screen|talk|zoom)|"
    r"call with (?:our|the|a) (?:recruiter|talent|hr)|(?:on|over|by) (?:the )?(?:phone|telephone)|"
    r"erstgespraech|telefoninterview|telefonat|telefongespraech|kurzes (?:kennenlern)?gespraech|kennenlerngespraech|"
    r"telefonische[snr]? (?:\w+ )?(?:\w*gespraech|interview|austausch|kennenlernen)\w*|vorgespraech|telefontermin|"
    r"(?:kurz|wir|zu|mal) telefonieren|telefonieren wir|rufen? (?:ich |wir )?(?:sie|dich)\b[^.?!]{0,60}\ban\b|"
    r"(?:werde|werden|wuerde|moechte|koennte|darf)(?: \w+){0,2} (?:sie|dich)\b[^.?!]{0,60}\banrufen|"
    r"(?:telefonisch|am telefon) (?:\w+ ){0,3}(?:sprechen|austauschen|kennenlernen|kennenzulernen|unterhalten)|"
    r"premier (?:echange|entretien telephonique|contact|appel)|(?:entretien|entrevue|echange) telephonique|"
    r"premier (?:entretien|echange|point) (?:\w+ )?(?:telephonique|(?:au|par) telephone)|"
    r"prequalification|pre-?selection|(?:appel|entrevue|rendez-vous|point|contact|preentretien|pre-entretien) "
    r"telephonique|entretien (?:de )?(?:prequalification|preselection)|premiere (?:entrevue|prise de contact|"
    r"conversation)|(?:parler|echanger|discuter|entretenir|convenir)(?: \w+){0,4} (?:au|par) telephone|(?:entretien|"
    r"echange|entrevue)(?: \w+){0,3} (?:au|par) telephone|(?:je|qui|nous) (?:vous|t'|te) ?(?:appellera\w*|appelle\b|"
    r"appellerons|telephonera\w*|passerai un coup de fil)|(?:nous nous telephonons|on s'appelle)|"
    r"primera (?:llamada|entrevista telefonica|toma de contacto|conversacion)|entrevista telefonica|(?:llamada|"
    r"conversacion|charla|cita|reunion) (?:\w+ )?telefonica|llamada (?:inicial|breve|corta|de (?:contacto|"
    r"\d+ minutos))|"
    r"breve (?:llamada|charla|conversacion)|primera charla|(?:hablar|hablemos|hablamos|charlar|"
    r"conversar)(?: \w+){0,5} por "
    r"telefono|(?:entrevista|entrevistarte|entrevistarle)(?: \w+){0,4} por telefono|"
    r"(?:te|le|os) (?:llamare|llamo|llamamos|llamaremos|llamara)\b(?=[^.]{0,60}(?:a las|\d))|"
    r"(?:hacerte|hacerle|tener) una (?:\w+ )?llamada)\b"
)
PANEL = re.compile(
    r"\b(?:panel|on-?site|in person|face[- ]to[- ]face|technical interview|second (?:round|interview)|interview day|"
    r"zweitgespraech|zweites? gespraech|vor ort|persoenlich\w* (?:gespraech|kennenlern\w+)|"
    r"deuxieme (?:entretien|entrevue)|second entretien|en presentiel|sur place|dans nos locaux|"
    r"segunda entrevista|presencial|entrevista tecnica|en persona)\b"
)
"""A later step, whatever the conversation's subject began with."""
MEETS = re.compile(
    r"\b(?:interview\w*|call|meeting|meet|appointment|conversation|chat|screen|speak|talk|"
    r"termin\w*|\w*gespraech\w*|telefon\w*|kennenlern\w*|treffen|"
    r"entretien|entrevue|rendez-vous|rdv|echange|rencontr\w+|appel\w*|"
    r"entrevist\w*|reunion|cita|llamada|videollamada|charla)\b"
)
"""Words without which a time in an answer is no interview."""
FINAL = re.compile(
    r"\b(?:final[- ](?:round|stage|interview|conversation|meeting|panel|step)|last (?:round|interview|step|"
    r"conversation|stage|meeting)|"
    r"meet(?:ing)? (?:with )?(?:our|the) (?:ceo|founders?|board|managing director|president|chief executive|owners?)|"
    r"board interview|"
    r"with (?:our|the) (?:ceo|founders?|board|managing director|president|chief executive)|"
    r"abschlussgespraech|letzte (?:runde|gespraech)|finale[sn]? (?:runde|gespraech|interview)|endrunde|gespraech mit "
    r"(?:der geschaeftsfuehrung|dem vorstand|dem geschaeftsfuehrer)|"
    r"dernier (?:entretien|tour|echange)|derniere (?:etape|entrevue)|entretien final|rencontrer (?:notre|le|la) "
    r"(?:pdg|president\w*|directeur general|direction generale)|"
    r"ultima (?:entrevista|fase|ronda)|entrevista final|fase final|ronda final|(?:conocer|entrevista con) (?:a "
    r")?(?:nuestro|nuestra|el|la) (?:ceo|director\w* general|consejo))\b"
)
CONFIRMS = re.compile(
    r"\b(?:confirming|(?:this is|just|writing|pleased|happy|glad)(?: \w+){0,3} to confirm|we confirm|i confirm|i can "
    r"confirm|(?:is|are|now|stands|been) confirmed|"
    r"confirmation of (?:your|our)|interview confirmation|confirmed:|reminder|reminding|see you (?:on|at|then|there|"
    r"tomorrow|next)|as (?:agreed|discussed|arranged)|"
    r"(?:is|are|been) (?:scheduled|booked|all set)|all set for|you are (?:booked|scheduled)|you're (?:booked|"
    r"scheduled|all set)|booked in|looking forward to (?:seeing|meeting|speaking with|talking to) you (?:on|at|"
    r"tomorrow|then)|"
    r"hiermit bestaetig\w+|bestaetigen wir|bestaetige (?:ich )?|terminbestaetigung|zur erinnerung|terminerinnerung|"
    r"wie (?:besprochen|vereinbart|abgesprochen)|termin steht|"
    r"(?:nous|je) (?:vous |te )?confirm\w+|confirmation d\w+ (?:votre |ton )?(?:entretien|rendez-vous)|rappel\b|"
    r"comme convenu|est confirme|pour rappel|"
    r"(?:te|le|les|os) confirm\w+|confirmamos|confirmacion de (?:tu|su)|recordatorio|te recordamos|le recordamos|"
    r"como acordamos|segun lo acordado|tal y como quedamos|queda confirmad\w)\b"
    r"(?! (?:whether|if|that you can|your availability|by|ob|si |sie|uns))"
)
CALLED_OFF = re.compile(
    r"\b(?:(?:interview|call|meeting|appointment|conversation|chat|slot|session|visit)\b[^.!?]{0,60}?\b(?:is|has "
    r"been|was|have been|had to be|must be|has now been) (?:cancelled|canceled|called off)|"
    r"(?:we|i|he|she|they)(?:'ve|'m|'re)?(?: (?:unfortunately|sadly|have|had|has|need|are|am|will|must|now|going|"
    r"forced|obliged|regret))* (?:to )?(?:cancel|call off|cancelling|calling off)\b|"
    r"(?:cancell?ed|cancell?ation|cancell?ed event|cancelled invitation):|(?:your|the|our) (?:\w+ ){0,3}(?:interview|"
    r"call|meeting) (?:\w+ ){0,3}(?:cancell?ed|called off)|"
    r"(?:muessen|muss|sagen|sage)\b[^!?]{0,70}?\b(?:absagen|ab\b)|(?:termin|gespraech|"
    r"interview)\b[^!?]{0,60}?\b(?:abgesagt|entfaellt|faellt aus|absagen)|terminabsage|abgesagt:|"
    r"(?:entretien|rendez-vous|rdv|echange)\b[^!?]{0,60}?\bannule\w*|(?:devons|dois|sommes contraints d\w+|oblige\w* "
    r"d\w+) annuler|annule :|"
    r"(?:entrevista|reunion|llamada|cita)\b[^!?]{0,60}?\b(?:cancelad\w|anulad\w|suspendid\w)|(?:debemos|tenemos que|"
    r"hemos tenido que|tengo que|nos vemos obligados a) (?:cancelar|anular)|cancelad[oa]:)"
)
LEAVES_DATE = re.compile(
    r"\b(?:instead of|rather than|originally|previously|in place of|moved from|from|not|(?:interview|call|meeting|"
    r"appointment|chat|conversation) (?:\w+ ){0,2}(?:on|for|scheduled for|planned for|at)|scheduled for|planned for|"
    r"had (?:for|on)|statt|anstatt|anstelle|urspruenglich\w*|geplant\w*|(?:termin|gespraech|interview) (?:am|vom)|"
    r"vom|au lieu d\w+|a la place d\w+|initialement|prevu\w*|du|(?:entretien|rendez-vous|rdv) (?:du|de)|"
    r"en lugar de|en vez de|inicialmente|previst\w*|(?:entrevista|reunion|cita) del?)(?: \w+){0,2} ?(?:the |dem |den "
    r"|der |le |el )?[(,]?$"
)
"""What stands before a date that is given up; it counts only where another date remains or the whole is off."""
NOT_A_SLOT = re.compile(
    r"\b(?:by|before|until|till|no later than|deadline\w*|expires?|due|closes|closing|reply|respond|let (?:me|us) "
    r"know|latest|bis(?: zum| spaetestens)?|vor dem|spaetestens|"
    r"avant(?: le)?|d'ici(?: le| au)?|jusqu'au|au plus tard|antes del?|hasta(?: el)?|a mas tardar|plazo|submitted|"
    r"received|applied|sent|posted|last|eingegangen am|wrote|schrieb|office hours|open)(?: (?:the|end of|le|el|dem|"
    r"den|zum))? ?$"
)
PLACE = re.compile(
    r"^[ \t]*(?:[•*-][ \t]*)?(?:where|location|venue|place|address|room|join(?: (?:here|link|meeting|with|zoom "
    r"meeting))?|meeting link|video link|link|dial[- ]in|wo|ort|adresse|treffpunkt|raum|lieu|adresse|où|lien|"
    r"salle|dónde|lugar|ubicación|dirección|enlace|sala)[ \t]*(?:[:–—-][ \t]*(?P<same>[^\n]{3,200})|:?[ \t]*\n[ "
    r"\t]*(?P<next>[^\n]{3,200}))$",
    re.IGNORECASE | re.MULTILINE,
)
