"""The phrases behind ``scams.py``, for text folded the English way, in all four languages."""

import re

MESSENGER = re.compile(
    r"\b(?:(?:add|contact|message|text|reach|write|chat|connect|continue|move|talk|hit|ping|join|schreiben|"
    r"kontaktieren|melden|contacte\w*|ecrivez|ajoutez|escrib\w+|contacta\w*|anade\w*)"
    r"\b[^.!?\n]{0,70}\b(?:telegram|whats ?app|signal|wechat|viber)|(?:via|on|over|uber|per|auf|sur|par|por)(?: our| "
    r"the| my)? (?:telegram|whats ?app|wechat|viber|signal app)|(?:telegram|whats ?app)(?: \w+){0,3} ?(?::|@|number|"
    r"id|username|\+\d)|to (?:our |my |this )?(?:whats ?app|telegram)|(?:signal|telegram|whats ?app) (?:only|"
    r"seulement|solo|nur)|t\.me/|wa\.me/)"
)
MESSENGER_ASIDE = re.compile(
    r"\b(?:call|ring|phone|telephone|tel\.?|mobile|e-?mail|anrufen|telefon\w*|appel\w*|llam\w+)\b[^.!?\n]{0,40}(?:/|"
    r",| or | and | oder | ou | o | und )[^.!?\n]{0,25}whats ?app|whats ?app[^.!?\n]{0,20}(?:/|,| or | oder | ou | o "
    r")[^.!?\n]{0,20}(?:call|ring|phone|e-?mail|telefon\w*|appel\w*|llam\w+)"
)
TEXT_INTERVIEW = re.compile(
    r"\b(?:text[- ](?:only|based) interview|interview (?:\w+ ){0,5}(?:via|by|over|through|on) (?:text|chat|telegram|"
    r"whats ?app|signal|google chat|hangouts|wire|teams chat|messenger|im\b|instant messag\w+)|(?:chat|messag\w+|"
    r"text)[- ](?:based )?interview|interview will be (?:\w+ )?(?:in writing|text)|"
    r"online (?:text|chat) interview|no (?:video|phone|call)(?: \w+){0,3} (?:needed|required|necessary)|entretien "
    r"(?:\w+ ){0,4}(?:par|sur) (?:telegram|whats ?app|chat|ecrit)|entrevista (?:\w+ ){0,4}(?:por|via) (?:telegram|"
    r"whats ?app|chat|escrito)|(?:interview|gesprach|bewerbungsgesprach) (?:\w+ ){0,4}(?:per|uber) (?:telegram|whats "
    r"?app|chat))\b"
)
NO_TALK_OFFER = re.compile(
    r"\b(?:interview (?:is|has been) (?:waived|cancelled as|not necessary|only a formality)|(?:no experience,? )no "
    r"interview\b|without (?:exam|test)\b|(?:directly|direct) (?:selected|recruitment without)|(?:have been |were |"
    r"are )selected (?:among|out of) \d+|"
    r"ohne (?:interview|gesprach)|sie sind eingestellt|you are hereby appointed|(?:no|without(?: an| any)?) "
    r"interview (?:is )?(?:needed|required|necessary)|hired (?:immediately|instantly|on the spot|without)|without "
    r"(?:an |any )?interview|(?:you (?:have been|are|were|'ve been) (?:hired|selected|chosen|accepted|"
    r"employed))\b[^.!?]{0,60}\b(?:based on|after review\w*|from) (?:your )?(?:resume|profile|cv|online)|"
    r"start (?:working )?(?:immediately|today|right away|tomorrow) (?:after|once you) (?:register\w*|sign\w*|"
    r"fill\w*)|ohne (?:vorstellungs|bewerbungs)?gesprach|sans entretien|sin entrevista)\b"
)
MONEY = re.compile(
    r"(?<!no )(?<!no such )(?<!without )(?<!zero )(?<!any )\b(?:(?:cashier'?s |bank |certified )?che(?:que|ck)s? "
    r"(?:\w+ ){0,6}(?:deposit|equipment|purchase|office|vendor|mail|cash|supplies)|deposit (?:the|this|a|it) "
    r"(?:che(?:que|ck))?|(?:send|mail|issue|receive)(?: you)?(?: \w+){0,3} che(?:que|ck)\b|(?:purchase|buy|pay "
    r"for)(?: \w+){0,5} (?:equipment|laptop|software|home office|supplies|macbook)(?! (?:for you|we))|"
    r"(?:approved|certified|our) vendor|gift cards?|(?:registration|training|processing|application|security|"
    r"placement|refundable|background[- ]check|onboarding|visa|admin\w*|activation) (?:fee|deposit|charge)|(?:pay|"
    r"fee of|deposit of|transfer)(?: \w+){0,4} [$£€] ?\d+|reimburse\w*(?: \w+){0,4} (?:equipment|purchase|laptop|"
    r"first)|(?:western union|moneygram|zelle|cash ?app|venmo)|"
    r"(?:bearbeitungs|registrierungs|anmelde|schulungs)gebuhr\w*|frais (?:de dossier|d'inscription|de formation|"
    r"d'activation)|(?:gastos|tasa|cuota) de (?:inscripcion|gestion|tramitacion|formacion)|cartes?[- ]cadeaux?|"
    r"tarjetas? (?:de )?regalo|gutschein(?:karte|code)\w*|geschenkkarte\w*)\b|"
    r"\b(?:deposit security|security (?:amount|deposit)|(?:pay|remit|send|transfer|settle)(?: \w+){0,3} (?:sum of|"
    r"clearance|instal?ment|[$£€] ?\d|(?:usd|aed|rs\.?|gbp|eur|cad|inr|ngn) ?\d)|clearance sum|"
    r"(?:by|via|to be paid by) (?:upi|phonepe|paytm|mobile money)|(?:refund(?:ed|able)|returned|reimbursed) (?:on|"
    r"with|after|from) (?:your )?(?:arrival|first (?:salary|pay|month))|for \$\d+\. pay today|instalment for|"
    r"uberweisen sie (?:bitte )?(?:\w+ ){0,3}\d+|scheck uber|den rest uberweisen|(?:verser|payer|regler|"
    r"acquitte\w*)(?: \w+){0,5} (?:\d[\d ]*€|frais)|frais d'immigration|coupons? pcs|un cheque de|"
    r"(?:abonar|pagar|ingresar|transferir)(?: \w+){0,4} \d+ ?(?:€|euros)|cheque por valor)"
)
MULE = re.compile(
    r"\b(?:(?:accept|receive|deposit|process)(?: [\w']+){0,8} (?:to|into|in|through|on) (?:your|the) (?:own |"
    r"personal |private )?(?:bank )?account|(?:send|forward|wire|transfer) (?:on |the )?(?:\w+ )?(?:remainder|rest|"
    r"what remains|balance)|"
    r"(?:receive|accept|forward|re-?ship\w*)(?: \w+){0,3} (?:parcels|packages)(?: \w+){0,4} (?:at|to) (?:your )?home|"
    r"change the labels?|(?:nehmen|empfangen) (?:sie )?(?:die )?pakete|neue etiketten|"
    r"(?:recevoir|recevez|reexpedi\w+)(?: \w+){0,3} colis|reverse\w* le reste|recib\w+(?: \w+){0,3} paquetes|"
    r"reenvi\w+(?: \w+){0,3} paquetes|auf ihr(?:em)? privatkonto)\b"
)
CRYPTO = re.compile(
    r"\b(?:usdt|bitcoin|btc wallet|ethereum wallet|crypto(?:currency)? (?:wallet|payment|deposit)|"
    r"paid in crypto|trc-?20|recharge your account|top up your account|binance)\b"
)
EARLY_DATA = re.compile(
    r"\b(?:(?:send|mail|await|forward|need|upload|text|attach|passkopie|ausweis)(?: [\w,]+){0,4} (?:scan|copy|"
    r"photos?|picture)s? of (?:\w+ ){0,2}passport|send (?:\w+ ){0,2}(?:passport|id card|identity card)|passport "
    r"(?:data page|photo)|(?:address|name),? (?:\w+ ){0,2}and bank\b|online banking|(?:sign|log) in with your "
    r"(?:e-?mail|online banking)[^.]{0,20}|reply yes and bank|"
    r"passkopie|ausweis (?:beidseitig|vorder)|konto unter|piece d'identite|identite recto|password to (?:open|view)|"
    r"(?:send|provide|submit|reply with|forward|fill in|give|share|upload|need|require|verify|schicken|senden|"
    r"envoyez|transmettre|envie|facilite)\b[^.!?\n]{0,90}\b(?:bank (?:name|account|details|information|log ?in)|"
    r"account number|routing number|online banking|ssn|social security(?: number)?|(?:copy|photo|scan|picture|front "
    r"and back) of (?:your |the )?(?:id\b|passport|driver'?s? licen[cs]e|identity card)|driver'?s licen[cs]e "
    r"(?:front|photo|copy|picture)|id card|"
    r"credit card|debit card|date of birth and|mother'?s maiden|bankverbindung|kontonummer|iban|ausweiskopie|"
    r"personalausweis|rib\b|numero de securite sociale|carte d'identite|numero de cuenta|cuenta bancaria|dni\b|foto "
    r"(?:de tu|del) dni))\b"
)
APPROVED = re.compile(
    r"\b(?:need(?:n't| not) apply again|(?:your )?(?:resume|cv|profile) (?:was|has been) (?:recommended|found "
    r"suitable|chosen by)|(?:found|examined) your (?:resume|cv) (?:on|in) (?:monster|the national|several|many)|"
    r"(?:your )?(?:profile|resume|cv|application) (?:has been|was|is|have been) (?:\w+ )?(?:approved|pre-?approved|"
    r"shortlisted by our (?:system|hr)|accepted automatically|verified)|no (?:need to apply|application (?:is "
    r")?(?:needed|required|necessary))|without (?:applying|an application)|"
    r"(?:you have been|you were|you've been) (?:\w+ )?(?:pre-?selected|pre-?approved)|(?:ihr|dein) profil (?:wurde|"
    r"ist) (?:\w+ )?(?:genehmigt|freigegeben|bestatigt)|votre profil (?:a ete|est) (?:\w+ )?(?:approuve|valide|"
    r"accepte)|(?:tu|su) perfil ha sido (?:\w+ )?(?:aprobado|aceptado|preseleccionado))\b"
)
DAY_PAY = re.compile(
    r"\b(?:(?:only|just|spend|work(?:ing)?|needs?|takes?) (?:\w+ ){0,3}(?:\d+(?: ?- ?\d+| to \d+)?|a few|one|two) "
    r"(?:minutes|hours?)(?: \w+){0,2} (?:a|per|each|every) day|\d+ ?(?:-|to) ?\d+ (?:minutes|min|hours) (?:a|per|"
    r"each) day|earn(?: \w+){0,4} [$£€] ?\d[\d,.]*(?: \w+| ?-| ?[$£€]?\d[\d,.]*){0,4} (?:a|per|every|daily|each) "
    r"?(?:day|hour)?|[$£€] ?\d{3,}[\d,.]* daily|daily (?:pay|salary|income|earnings|commission) of|"
    r"taglich [€$]? ?\d{3,}|\d{3,} ?(?:€|euro|eur) (?:pro|am|je|par|al|por) (?:tag|jour|dia)|gagnez (?:\w+ "
    r"){0,3}\d{3,}|gana (?:\w+ ){0,3}\d{3,}|verdienen sie (?:\w+ ){0,3}\d{3,})(?!\w)"
)
URGENT = re.compile(
    r"\b(?:treat (?:this )?(?:\w+ )?(?:as )?(?:urgent|with utmost)|(?:strictly|keep this \w+) confidenti\w+|"
    r"(?:strictement) confidentiel|link (?:is )?(?:valid|expires in) (?:\d+|two|three) (?:minutes|hrs?|hours)|slot "
    r"(?:is released|goes) to|today itself|pay today|(?:add|contact|message)(?: [\w']+){0,8} within \d+ hours?|"
    r"(?:limited|only \d+|few|last) (?:slots?|spots?|places?|positions?|openings?|seats?) (?:\w+ )?(?:left|remain\w*|"
    r"available|only)|limited (?:slots?|spots?)|slots? (?:are )?(?:limited|filling|running out)|(?:respond|reply|act|"
    r"answer|contact|confirm) (?:\w+ ){0,3}(?:immediately|now|at once|asap|within (?:24|12|6|2|one|an) ?hours?)|"
    r"first come,? first served|"
    r"urgent(?:ly)? (?:hiring|recruit\w*|needed|response)|nur (?:noch )?(?:wenige|begrenzte) (?:platze|stellen)|"
    r"places (?:tres )?limitees|plazas limitadas|sofort antworten|repondez (?:vite|immediatement)|responde (?:ya|de "
    r"inmediato))\b"
)
INSTALL = re.compile(
    r"\b(?:\w+\.exe\b|(?:antivirus|virenschutz|antivirenprogramm)|enable (?:content|macros)|(?:download|install) "
    r"(?:and )?(?:run|the \w+ installer|our)|mot de passe de l'archive|archive with password|(?:download|install|"
    r"installieren|herunterladen|telecharg\w+|install\w+|descarg\w+|instal\w+) (?:\w+ ){0,5}(?:app\b|application\b|"
    r"apk|software|file|client|wire|anydesk|teamviewer|exe|messenger|signal|telegram|programm|datei|logiciel|fichier|"
    r"archivo|aplicacion)(?! (?:form|pack|at|via)))"
)
