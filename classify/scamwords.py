"""The phrases behind ``scams.py``, for text folded the English way, in all four languages.

With each goes a list of pieces of text without one of which it cannot match: they are looked for first, being cheap.
"""

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
    r"(?<!no )(?<!no such )(?<!without )(?<!zero )(?<!any )\b(?:(?:purchase|buy|pay "
    r"for)(?: \w+){0,5} (?:equipment|laptop|software|home office|supplies|macbook)(?! (?:for you|we))|"
    r"(?:approved|certified|our) vendor|(?:registration|training|processing|application|security|"
    r"placement|refundable|background[- ]check|onboarding|visa|admin\w*|activation) (?:fee|deposit|charge)|(?:(?:to|"
    r"must|please|you|then|kindly|first|now) pay|"
    r"fee of|deposit of|transfer)(?: \w+){0,4} [$£€] ?\d[\d,.]*(?![\d,.]| ?[-–]| ?(?:per|an?|/|p))|reimburse\w*(?: "
    r"\w+){0,4} (?:equipment|purchase|laptop|"
    r"first)|"
    r"(?:bearbeitungs|registrierungs|anmelde|schulungs)gebuhr\w*|frais (?:de dossier|d'inscription|de formation|"
    r"d'activation)|(?:gastos|tasa|cuota) de (?:inscripcion|gestion|tramitacion|formacion))\b|"
    r"\b(?:deposit security|security (?:amount|deposit)|(?:(?:to|must|please|you|then|kindly|first) pay|remit|"
    r"(?<!'ll )(?<!will )send|transfer|settle)(?: \w+){0,3} (?:sum of|"
    r"clearance|instal?ment|[$£€] ?\d|(?:usd|aed|rs\.?|gbp|eur|cad|inr|ngn) ?\d)|clearance sum|"
    r"(?:by|via|to be paid by) (?:upi|phonepe|paytm|mobile money)|(?:refund(?:ed|able)|returned|reimbursed) (?:on|"
    r"with|after|from) (?:your )?(?:arrival|first (?:salary|pay|month))|for \$\d+\. pay today|instalment for|"
    r"uberweisen sie (?:bitte )?(?:\w+ ){0,3}\d+|(?:verser|payer|regler|"
    r"acquitte\w*)(?: \w+){0,5} (?:\d[\d ]*€|frais)|frais d'immigration|"
    r"(?:abonar|pagar|ingresar|transferir)(?: \w+){0,4} \d+ ?(?:€|euros))"
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
    r"taglich [€$]? ?\d{3,}|gagnez (?:\w+ "
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
FEE = re.compile(
    r"\b(?:(?:kit|package|starter pack|uniform|course|training|startpaket|paket|kit de depart|kit de inicio) "
    r"(?:\w+ ){0,3}(?:costs?|kostet|coute|cuesta|vale) (?:\w+ ){0,2}[$£€]? ?\d|(?:you |to |please |and )(?:send|pay|"
    r"submit) (?:\w+ ){0,4}(?:fee|fees|charges)\b(?! (?:is|are) (?:waived|refunded by))|"
    r"\bfee is (?:usd|eur|gbp|[$£€]) ?\d|consign(?:ar|e|a) \$? ?\d|separar su cupo|frais de \w+ de \d+|[$£€] ?\d+ "
    r"(?:for|to) (?:the |your )?(?:uniform|kit|registration|activation|id card)|"
    r"(?<!we )pay [$£€]? ?\d+ for\b|(?:book|reserve)\b[^.!?]{0,50}\bfor \d+ (?:euros?|usd|dollars|pounds|[$£€])|"
    r"(?:deposit|top up|recharge|add) (?:\w+ ){0,3}[$£€]? ?\d+ ?(?:usdt|usd|[$£€])?(?: \w+){0,5} (?:to|in|into|"
    r"before)\b|"
    r"(?:visa|bearbeitungs|kautions?|anmelde|service|verwaltungs|pass)\w*gebuhr|"
    r"(?:uberweisen|zahlen|bezahlen|laden)\b[^.!?]{0,60}(?:\d+ ?(?:€|eur|usdt)|kaution|gebuhr)|vorkasse|vorab per|"
    r"frais de (?:visa|dossier|traitement|gestion|voyage)|(?:virez|payez|reglez|rechargez|versez|"
    r"reservez)\b[^.!?]{0,60}"
    r"(?:\d+ ?(?:€|usdt|euros?)|caution)|(?:a payer|a regler|a verser)\b[^.!?]{0,30}(?:d'avance|western|agent)|"
    r"(?:gastos|tasas?) (?:de|del) (?:visado|gestion|tramite|envio)|(?:transfiera|transfiere|abone|abona|pague|paga|"
    r"recarga|recargue|ingresa|ingrese|reserva|reserve)\b[^.!?]{0,60}(?:\d+ ?(?:€|usdt|euros)|fianza)|"
    r"pago por adelantado|por adelantado por)"
)
CHEQUE = re.compile(
    r"\b(?:(?:cashier'?s |bank |certified |attached )?che(?:que|ck)s? (?:\w+ ){0,6}(?:deposit|equipment|purchase|"
    r"office|"
    r"vendor|mail|mailed|cash|supplies|software)|deposit (?:the|this|a) che(?:que|ck)|"
    r"(?:send|mail|issue|receive|print)(?: you)?(?: [\w']+){0,4} che(?:que|ck)\b|cashier'?s che(?:que|ck)|"
    r"che(?:que|ck) (?:for|of) [$£€]|in advance by che(?:que|ck)|einen scheck\b|scheck (?:fur|uber)|scheck (?:\w+ "
    r"){0,3}(?:einlosen|einzahlen)|den rest "
    r"uberweisen|un cheque (?:de|vous|que|pour|para)|(?:encaiss|depos)\w+ (?:\w+ ){0,2}cheque|te mando un cheque|"
    r"(?:recib|envi|mand)\w+ (?:\w+ ){0,2}un cheque|cheque por valor)"
)
GIFT_CARD = re.compile(
    r"\b(?:(?:buy|purchase|get (?:some|me|us|a few)|pick up|photos? of|pictures? of|scratch)\b[^.!?]{0,60}\b(?:gift|"
    r"itunes|"
    r"steam|google play) cards?|gift cards?[^.!?]{0,60}\b(?:codes?|photos?|scratch\w*)|gutscheinkarte\w*|"
    r"geschenkkarte\w*|"
    r"gutschein(?:e|codes?) (?:kauf|fur unsere kunden)|cartes?[- ]cadeaux?|tarjetas? (?:de )?regalo|coupons? pcs|"
    r"recharge pcs)\b"
)
TRANSFER = re.compile(
    r"\b(?:western union|moneygram|zelle|cash ?app|venmo|bizum|paypal (?:freunde|friends|entre (?:proches|amis))|"
    r"bitcoin atm|bank transfer to (?:the |our )?(?:\w+ )?(?:agent|officer)|to our agent|an unseren agenten|a notre "
    r"agent|a nuestro agente)\b"
)
TASKS = re.compile(
    r"\b(?:(?:lik(?:e|es|ing)|rat(?:e|ing)|review(?:ing)?|optimi[sz]ing) (?:videos?|posts?|hotels?|apps?|films?|"
    r"movies?|"
    r"products?)|app[- ]rating|(?:\d+|all) of (?:the )?\d+ tasks|release (?:your|the) commission|work account|"
    r"(?:filme|hotels|apps|videos|produkte) bewerten|\d+ von \d+ aufgaben|provision freizugeben|arbeitskonto|"
    r"(?:aimer|noter|notant|liker|evaluer) des (?:videos|hotels|films|applications)|\d+ taches sur \d+|debloquer "
    r"(?:votre|"
    r"la) commission|(?:dar (?:me gusta|likes?) a|valorando|valorar|puntuar) (?:\w+ )?(?:videos|hoteles|peliculas|apps|"
    r"productos)|\d+ de \d+ tareas|liberar (?:tu|su|la) comision|copy[- ]?paste work|captcha|typing work|"
    r"(?:kugelschreiber|stylos|boligrafos|umschlage)\b[^.!?]{0,20}(?:montieren|montage|montaje)?|daily payout)\b"
)
ACCOUNT = re.compile(
    r"\b(?:open (?:an?|the) (?:\w+ )?(?:bank )?account (?:in your (?:own )?name|with your|and send|by video)|"
    r"(?:eroffnen|offnen) sie\b[^.!?]{0,50}\b(?:test)?konto\b|testkonto|"
    r"ouvr\w+ un compte (?:\w+ ){0,3}(?:a votre nom|en ligne)|abr\w+ una cuenta (?:\w+ ){0,3}(?:a tu nombre|a su "
    r"nombre|"
    r"en linea)|with your wallet|connect your wallet|trading wallet|seed phrase)\b"
)
MULE_MORE = re.compile(
    r"\b(?:(?:receive|get) (?:packages|parcels)|relabel|re-?etiquet\w+|payments? (?:of|from) (?:our )?clients? on your|"
    r"(?:keep|use) (?:\$\d+|the rest)|"
    r"restbetrag (?:\w+ )?uberweisen|take in (?:the )?transfers|(?:receive|accept) transfers|las reenviara|"
    r"(?:recibira|recibe|recibir) transferencias|(?:erhalten|empfangen) sie (?:die )?pakete|"
    r"pakete an ihre (?:adresse|anschrift)|etikettieren|neu etikett\w+|"
    r"(?:auf|uber) ihr(?:em|en)? (?:eigene\w* )?konto (?:entgegen|an)?|leiten (?:sie )?(?:\w+ )?den rest|"
    r"recevez (?:des |les )?(?:colis|virements)|reexpedi\w+|(?:transferez|reversez) le reste|votre compte bancaire|"
    r"recibes (?:paquetes|transferencias)|los reenvias|envias el resto|en tu cuenta bancaria)"
)
NO_TALK_MORE = re.compile(
    r"\b(?:(?:hired|employed|approved|appointed|selected|accepted|engaged)\b[^.!?]{0,50}\bwithout (?:an? |any "
    r")?interview|"
    r"(?:after|upon) (?:going through|reviewing|seeing) your (?:resume|cv|profile)[^.!?]{0,40}\b(?:decided to "
    r")?(?:offer|"
    r"hire|employ)|no (?:interview|ielts|skills?|resume)(?: is)?(?:,? no (?:experience|resume|exam|interview)| "
    r"(?:needed|required|necessary))|"
    r"(?:no (?:es|se) (?:precis\w+|necesari\w+|requiere)|sin necesidad de) entrevista|contrato al instante|"
    r"sie (?:sind|wurden) (?:\w+ ){0,2}(?:angenommen|eingestellt|ausgewahlt)|keine bewerbung (?:notig|erforderlich)|"
    r"aucun entretien|vous etes (?:embauche\w*|engage\w*|retenue?)\b|sie sind (?:[\w'-]+ ){0,8}eingestellt|(?:ha|"
    r"has) sido (?:contratad\w|seleccionad\w) sin|"
    r"esta contratad\w|sin (?:ninguna )?entrevista|is pleased to employ you|we have approved you)\b"
)
APPROVED_MORE = re.compile(
    r"\b(?:bewerbung ist nicht notig|keine bewerbung notig|pas besoin de (?:postuler|candidature)|no hace falta que te "
    r"(?:inscribas|apuntes|postules)|no necesitas (?:postular|inscribirte)|(?:hat|haben) sie ausgewahlt|"
    r"you (?:are|have been) selected as|(?:your )?(?:resume|profile|cv) (?:was|has been) (?:seen|picked) by)\b"
)
MESSENGER_MORE = re.compile(
    r"\b(?:(?:agrega|agregue|anade|escribe|contacta|habla|ajoutez|contactez|ecrivez|schreiben|melden|kontaktieren|text|"
    r"message|add)\b[^.!?\n]{0,60}\b(?:telegram|whats ?app|signal|google chat|hangouts)|(?:kontakt|contact|contacto|"
    r"kundendienst|service client|atencion al cliente|customer service|mentor\w*)\b[^.!?\n]{0,30}\b(?:whats ?app|"
    r"telegram)|"
    r"confirm\w* (?:by|par|por) whats ?app|telegram ?: ?@|my telegram)\b"
)
TEXT_INTERVIEW_MORE = re.compile(
    r"\b(?:(?:interview|entretien|entrevista|gesprach|vorstellungsgesprach)\b[^.!?\n]{0,50}\b(?:chat only|textchat|"
    r"text "
    r"chat|by text|per chat|par messages?|por mensajes?|messages sur|mensajes en|text on|google chat|telegram|signal)|"
    r"text (?:our|the) (?:hiring )?manager|interviews? you by (?:telegram|chat|text))\b"
)
EARLY_DATA_MORE = re.compile(
    r"\b(?:(?:send|reply with|fill|text)\b[^.!?\n]{0,90}\b(?:passport|ssn|bank (?:name|statement)|(?:copy|scan|"
    r"photo) of "
    r"(?:\w+ )?(?:id|passport)|front and back of)|last (?:four|4) of (?:your )?(?:ssn|social)|"
    r"(?:ausweiskopie|passkopie|kopie ihres (?:personal)?ausweis\w*|foto ihres ausweis\w*|ihre iban)|zugangsdaten|"
    r"copie (?:de (?:votre |la )?|du )(?:carte d'identite|passeport|piece)|photo de votre carte|vos? identifiants|"
    r"les identifiants|copia de(?:l| tu| su)? (?:dni|pasaporte)|foto del dni|pasanos las claves|tus claves|sus "
    r"claves)\b"
)
DAY_PAY_MORE = re.compile(
    r"(?:\b\d+ ?(?:-|to|a|bis|et) ?\d+ (?:minutes|minuten|minutos|min) (?:a day|daily|per day|taglich|am tag|par jour|"
    r"al dia|diarios)|\b\d+ (?:minutes|minuten|minutos|min),? (?:a day|daily|per day|taglich|am tag|par jour|al dia|"
    r"diarios|arbeit)|\b(?:earn|verdienen|gagnez|gana)\b[^.!?\n]{0,20}\d{3,}|"
    r"(?:[89]\d\d|\d[.,]?\d{3}) ?€ (?:pro|die|par|a la) (?:woche|semaine|semana)|up to [$£€] ?\d[\d,]{3,} (?:per|a) "
    r"week|(?:pays?|paid|salary of) [$£€]?\d{2} ?(?:/hr|hourly)|"
    r"weekly 1,\d{3}|guarantee \d+% (?:daily|a day))"
)
URGENT_MORE = re.compile(
    r"\b(?:within (?:24|12|6|2) hours|only today|registration closes today|slots close|only \d+ (?:places|slots|"
    r"seats|spots)|"
    r"limited slots|immediately\b[^.!?]{0,10}$|innerhalb von 24 stunden|nur noch \d+ platze|letzte platze|noch heute|"
    r"sous 24 heures|plus que \d+ places|avant ce soir|le lien expire|(?:quedan|solo quedan) \d+ (?:plazas|puestos)|"
    r"en 24 horas|antes de esta noche|hoy mismo|el enlace caduca|der link verfallt|strictly confidential|keep this "
    r"(?:\w+ )?confidential)\b"
)
INSTALL_MORE = re.compile(
    r"\b(?:(?:download|install)\b[^.!?\n]{0,40}\b(?:our|interview|employee|hr) (?:\w+ )?(?:app|application|tool|"
    r"software|"
    r"program)|(?:laden sie|installieren sie)\b[^.!?\n]{0,40}\bunser programm|(?:telechargez|"
    r"installez)\b[^.!?\n]{0,40}\b"
    r"notre (?:logiciel|application|programme)|(?:descargue|descarga|instale|instala)\b[^.!?\n]{0,40}\bnuestr[oa] "
    r"(?:programa|aplicacion|software)|run npm\b|npm start with your)\b"
)
WARNING = re.compile(
    r"\b(?:job scams?|scam(?:mers?|s)\b|fraud(?:sters|ulent)?\b|fake (?:jobs?|recruiters?|offers?)|pretend\w* to "
    r"(?:be|work)|"
    r"imperson\w+|(?:warning|red) (?:signs|flags)|never (?:ask|send money|request|charge)\w*|safety tips|betrug\w*|"
    r"gefalscht\w*|falsche angebote|in unserem namen|verlangen nie|fausses? offres?|faux recruteurs?|arnaques?|se font "
    r"passer|ne demandons jamais|doivent vous alerter|ofertas? falsas?|falsos reclutadores|estafas?|se hacen pasar|"
    r"nunca "
    r"pedimos|senales de alarma)\b"
)
"""A mail that warns of such mail names all its signs."""
SHARE = re.compile(
    r"\b(?:keep(?:ing)?|behalten|einbehalten|gardez|gardant|quedas|quedate|quedandose|quedandote|you take|"
    r"retain(?:ing)?)\b"
    r"[^.!?]{0,25}\d+ ?(?:%|percent|prozent|por ciento|pour cent)"
)
DISARM = re.compile(
    r"\b(?:(?:disable|switch off|turn off|deactivate|pause)\b[^.!?]{0,40}\b(?:antivirus|virus|firewall|defender|"
    r"protection)|"
    r"(?:deaktivier\w+|ausschalten|schalten sie)\b[^.!?]{0,40}\bviren\w*|(?:desactiv\w+)\b[^.!?]{0,40}\b(?:antivirus|"
    r"pare-feu|cortafuegos)|enable (?:content|macros))"
)
