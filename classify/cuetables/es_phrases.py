"""Spanish phrases of decisions, receipts, talks, offers and approaches, over folded text, beside the short cues."""

_FILE = (
    r"(?:candidatura\w*|solicitud\w*|postulacion\w*|aplicacion|curriculum|cv|hoja de vida|perfil|inscripcion"
    r"|documentacion"
    r"|documentos|carta|antecedentes|instancia|dossier|papeles|correo)"
)
_POST = r"(?:puesto|vacante|plaza\w*|posicion|cargo|oferta|busqueda|proceso|seleccion|convocatoria|empleo|contrato)"
_YOU = r"(?:te|le|lo|la|os|les|se)"
_MEET = (
    r"(?:entrevista\w*|videollamada|llamada|reunion|cita|charla|conversacion|videoconferencia|jornada|dinamica"
    r"|prueba)"
)
_PICKED = (
    r"(?:seleccionad\w*|elegid\w*|escogid\w*|preseleccionad\w*|considerad\w*|apto|admitid\w*|adjudicad\w*"
    r"|finalista)"
)

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("no ", rf"\bno (?:\w+ ){{0,5}}{_PICKED}\b|\b(?:no|ni) (?:eres|es|fue|fuiste|seras|figura\w*"
         rf"|se encuentra)\b.{{0,50}}\b(?:elegid\w*"
         r"|lista|terna|perfil|persona|entre)"),
        ("no ", r"\bno (?:\w+ ){0,4}(?:avanz\w*|continu\w*|sig\w+|seguir\w*|prosig\w*|prosegu\w*|proced\w*|pasar\w*"
         r"|super\w*|tendra "
         r"continuidad|contar (?:contigo|con usted)|incluir\w*|incorporar\w*|citar\w*|llamar\w*|contratar\w*"
         r"|admitir)\b"),
        ("no ", r"\bno (?:\w+ ){0,4}(?:encaj\w*|ajust\w*|cumpl\w*|calz\w*|alcanz\w*|corresponde\w*)\b"),
        ("descart|desestim|rechaz|exclu|denega|declin", r"\b(?:descart\w*|desestim\w*|rechazad\w*|exclu(?:id\w*"
         r"|sion)|denegad\w*)\b"),
        ("no ", r"\bno (?:\w+ ){0,4}(?:propuesta|oferta|darle? plaza|daros|dar plaza|obtiene plaza"
         r"|hacer\w* (?:propuesta|oferta))\b"),
        ("conclu|termin|cierr|cerr|finaliz|fin", rf"\b(?:su|tu) (?:\w+ )?(?:{_FILE}|proceso"
         rf"|participacion)\b.{{0,50}}\b(?:conclu\w*|termina"
         r"|cierra\w*|cerrad\w*|finaliza\w*|hasta aqui)\b|\b(?:damos por (?:concluid\w*|terminad\w*|cerrad\w*))\b"
         r"|\bcierran? tu\b"),
        ("estado", r"\bestado\b.{0,25}\b(?:no seleccionad\w*|descartad\w*|rechazad\w*|cerrad\w*|no apto)\b"),
        ("dejado de|ya no|muy a", r"\b(?:dejado de estar en consideracion|ya no (?:continua|sigue|forma))\b"),
        ("inclin|optad|optamos|decid|resuelto|acordad", r"\b(?:inclinado por|optado(?:, \w+ \w+,)? por|decidido"
         r"|resuelto|acordado) no \w+"),
        ("minimo|corte|puntuacion|puntaje|puntos", r"\b(?:por debajo|inferior|no alcanz\w*)\b.{0,50}\b(?:corte"
         r"|minim\w*|puntuacion|puntaje)"),
    ),
    "other_candidate": (
        ("otr|candidat|persona|perfil|finalista|aspirante", r"\botr[oa]s? (?:\w+ )?(?:candidat\w*|persona\w*"
         r"|perfil\w*|finalista\w*"
         r"|aspirante\w*|postulante\w*|participante\w*|profesional\w*|chic[oa]\w*)\b|\bperfiles distintos\b"),
        ("opt|eleg|decant|inclin|prefer|quedad|privileg|prioridad", r"\b(?:hemos|ha|han|se|nos"
         r"|habiendo) (?:\w+ ){0,2}(?:optado|elegido|"
         r"decantado|inclinado|inclinaron|preferido|quedado con|privilegiado|privilegio|dado prioridad"
         r"|quedamos con)\b"),
        ("a otr|con otr|por otr|para otr", r"\b(?:a|con|por) otr[oa]s?\b"),
        ("ajust|adecua|afin|encaj", r"\b(?:se ajust\w*|encaj\w*|ajustad\w*|adecuad\w*|afin\w*)\b.{0,30}\b(?:mas"
         r"|mejor|mayor medida)\b|\b(?:mas"
         r"|mejor|mayor)\b.{0,15}\b(?:ajust\w*|adecua\w*|afin\w*|encaj\w*)\b"),
        ("intern|de la casa|propia", r"\b(?:promocion interna|de forma interna|internamente|candidat\w* intern\w*"
         r"|(?:personas?|companer\w+|emplead\w+|gente|alguien) de la (?:propia )?(?:casa|compania|empresa|plantilla)"
         r"|de la propia (?:casa|compania|empresa))\b"),
        ("asumira|recaido|adjudic|ocupada|se la queda|me quedo", r"\b(?:lo asumira|la asumira|asumida por"
         r"|ha recaido|se adjudica|sera ocupada"
         r"|se la queda|me la quedo|me quedo con|se lo llevo)\b"),
    ),
    "role_closed": (
        ("cub|cerr|cancel|congel|suspend|paus|anul|desiert|ocupad|baja"
         "|complet", rf"\b{_POST}\b.{{0,70}}\b(?:cubiert\w*|cubr\w*|cerrad\w*"
         r"|cancelad\w*|congelad\w*|suspendid\w*|suspenso|paus\w*|anulad\w*|desiert\w*|ocupad\w*|dada de baja"
         r"|sin efecto|asignad\w*"
         r"|pospuest\w*|adjudicad\w*|no se va a abrir)\b|\b(?:cubierto|cubrimos|anular|anulado"
         r"|cancelar) (?:\w+ )?(?:el|la|las|esta|este) "
         rf"(?:\w+ )?{_POST}"),
        ("paraliz|congel|suspend|deten|paus|aplaz|hasta nuevo aviso", r"\b(?:paraliz\w*|congel\w*|suspend\w*|deten\w*"
         r"|paus\w*|aplaz\w*|cancel\w*)\b.{0,40}\b(?:proceso|seleccion|busqueda|vacante|convocatoria|contratacion\w*)\b"
         r"|\b(?:proceso|seleccion|busqueda|vacante|convocatoria)\b.{0,60}\bhasta nuevo aviso\b"),
        ("paraliz|congel|ya no|ya tenemos|ya tengo|no queda|no quedan", r"\b(?:se paralizan"
         r"|contrataciones (?:congeladas|suspendidas)"
         r"|ya no (?:vamos a|se contratara|necesit\w*|buscamos)|no (?:nos )?quedan? (?:hueco\w*|plaza\w*)|ya tengo"
         r"|ya tenemos)\b"),
    ),
    "sorry_no": (("lament|sentimos|siento|desafortunad|desgraci|pena|pesar", r"\b(?:lament\w*|sentimos|siento"
         r"|sintiendolo|desafortunadamente"
                  r"|desgraciadamente|por desgracia|lamentablemente|con pena|pesar)\b.{0,100}\bno\b"),),
    "receipt": (
        ("recib|registr|enviad|llegad|llego|entrad|ingres|grabad|cargad|adjunt|manos|recep|acus|tenemos",
         rf"\b{_FILE}\b.{{0,80}}\b(?:recibid\w*|registrad\w*|enviad\w*|llegad\w*|llego|llegaron|entrad\w*|entro"
         rf"|ingresad\w*|grabad\w*"
         r"|cargad\w*|presentad\w*|en manos|se ha completado|nos ha llegado|en nuestro sistema|queda\w*)\b"),
        ("recib|recep|acus|registr|llego|tenemos|tengo", rf"\b(?:hemos recibido|he recibido|recibimos"
         rf"|acus\w+ (?:de )?recibo|se ha recibido"
         rf"|damos por recibid\w*|(?:confirm\w*|acredita) la recepcion|hemos registrado|ya (?:tengo|tenemos)"
         rf"|nos (?:ha llegado|llego))\b"
         rf".{{0,60}}\b(?:{_FILE}|candidat\w*)"),
        ("inscri|postul|aplic", r"\b(?:te has inscrito|se ha inscrito|te postulaste|haberte (?:postulado|inscrito)"
         r"|inscripcion realizada"
         r"|postulacion (?:enviada|recibida)|solicitud (?:enviada|recibida|presentada)|se ha enviado (?:tu|su)"
         r"|gracias por (?:postular\w*"
         r"|aplicar|inscribir\w*))\b"),
        ("recibid|recibido", r"^(?:recibid[oa]s?|acuse de recibo|justificante)\b"),
    ),
    "thanks": (("gracias|agradec", r"\b(?:gracias|agradec\w*)\b.{0,60}\b(?:interes|candidatura|solicitud|postul\w*"
         r"|cv|curriculum|inscri\w*"
                r"|confianza|hoja de vida)"),),
    "will_review": (
        ("revis|valor|estudi|analiz|leer|mirar|evalua", r"\b(?:(?:vamos a|sera\w*|seran|estamos|esta"
         r"|esta siendo) (?:\w+ ){0,2}(?:revis\w*"
         r"|valor\w*|estudi\w*|analiz\w*|leer\w*|leid\w*|evalua\w*)|para su (?:revision|valoracion|estudio)"
         r"|pendiente de (?:valoracion"
         r"|revision)|lo miro|la miro|en revision)\b"),
        ("decision|respuesta|todavia|aun no|mas tiempo|semana", r"\b(?:(?:todavia|aun) no (?:\w+ ){0,3}(?:decision"
         r"|decidido|respuesta|resuelto)"
         r"|te (?:diremos|aviso|avisamos|digo)|le (?:avisamos|diremos)|antes de decidir)\b"),
    ),
    "invite": (
        ("entrevist|convoc|cita|conocer|hablar|charl|esper|invit|vernos|conversar|platic", rf"\b(?:gustaria"
         rf"|encantaria|quer\w+|quisier\w+"
         rf"|desea\w*|invit\w*|convoc\w*|emplaz\w*|permitimos|esper\w+|propong\w*|proponemos"
         rf"|tendra mucho gusto)\b.{{0,60}}\b(?:{_MEET}"
         r"|conocer\w*|hablar|charlar|conversar|platicar|vernos|entrevistar\w*|recibirle)\b"),
        ("entrevistar|convocar|citar", rf"\b(?:entrevistar{_YOU}|convocar{_YOU}|citar{_YOU}|{_YOU} (?:convocamos"
         rf"|citamos|esperamos|entrevist\w*)"
         r"|queda (?:usted )?(?:citad|convocad)\w*|se convoca a)\b"),
        ("pasas|pasado a|siguiente|proxima|final", r"\b(?:pasas|ha pasado|has pasado|pasa usted)\b.{0,20}\b(?:a la"
         r"|siguiente|fase|ronda)|\b(?:"
         r"siguiente|proxim[ao]) (?:etapa|paso|ronda|fase)\b"),
        ("ven|pasate|pase|acerc|vinier|sube", r"\b(?:ven (?:el|un|cualquier|a|manana)|pasate|acerquese|acercarse"
         r"|acercarte|que vinieras|vengase"
         r"|podrias venir|puede venir|puedes venir|personese)\b"),
    ),
    "interview": (("entrevist|videollam|llamada|reunion|charla|cita|citacion", rf"\b{_MEET}\b|\bcitacion\b"),),
    "scheduling": (
        ("hora|hueco|dispon|viene|puedes|puede|eleg|elig|agend|calendari|dia|ratito", r"\b(?:tienes|tiene"
         r"|tenes) (?:un )?(?:\w+ )?(?:hueco|rat\w+"
         r"|disponibilidad|tiempo)\b|\b(?:te|le) (?:viene|va|queda) (?:bien|mejor)\b|\b(?:elige|escoge|selecciona"
         r"|reserva|agenda)\b.{0,40}\b(?:"
         r"fecha|hora\w*|dia|hueco|cita|espacio|entrevista)|\b(?:indic\w*|dime|digame"
         r"|confirm\w*) (?:\w+ ){0,4}(?:si puede\w*|disponibilidad"
         r"|hora\w*)\b|\b(?:como tienes|a que hora|que dia)\b"),
    ),
    "reschedule": (("cambi|aplaz|pasa al|traslad|reprogram|nueva fecha|otra fecha|alternativ", r"\b(?:se pasa al"
         r"|te cambio|se traslad\w*|nueva"
                    r" fecha|fecha alternativa|cambio de (?:hora|fecha)|se aplaza\w*|no se va a poder)\b"),),
    "assessment": (
        ("test|prueba|cuestionario|ejercicio|caso|evaluacion|psico|selftape|examen|video", r"\b(?:tests?"
         r"|prueba (?:tecnica|practica|escrita|online"
         r"|de|escaparate|prevista)|cuestionario\w*|psico(?:metric|tecnic)\w*|ejercicio\w*|caso\w* practico\w*"
         r"|casito|evaluacion (?:de|escrita|online"
         r"|tecnica)|examen\w*|selftape|videoentrevista)\b"),
        ("complet|realiz|respond|conteste|resolv|entreg|graba|prepar|redact|dise", r"\b(?:complet\w*|realiz\w*"
         r"|respond\w*|contest\w*|resolv\w*|entreg\w*"
         r"|grab\w*|prepar\w*|redact\w*|dise\w*|haz|hagas|superar)\b.{0,40}\b(?:test|prueba|cuestionario|ejercicio"
         r"|caso|evaluacion|preguntas|video"
         r"|programacion|menu|borrador)"),
    ),
    "offer": (
        ("ofrec|oferta|contrat|incorpor|tuyo|suyo|quedes|propuesta|fich", r"\b(?:(?:te|le) (?:ofrec\w*|contrat\w*"
         r"|proponemos incorpor\w*)|ofrecer(?:te|le)"
         r"|contratar(?:te|le|la|lo)|(?:puesto|contrato|plaza|trabajo) es (?:tuy|suy)[oa]|oferta (?:formal|en firme"
         r"|laboral|economica|de incorporacion"
         r"|de contratacion)|propuesta (?:formal|de contrato|economica|de incorporacion)|carta (?:de )?oferta"
         r"|queremos que (?:te|se)"
         r"|firma\w* (?:de|del|el|tu|su) contrato|quedas contratad\w*)\b"),
    ),
    "pay_and_start": (("indefinid|jornada|brut|neto|anual|incorpor|media jornada|€", r"\b(?:indefinid\w*"
         r"|jornada completa|media jornada|brut\w*|netos?"
                       r"|anuales|fecha de inicio|fecha de incorporacion|a partir del)\b|\d ?€"),),
    "profile_seen": (("perfil|trayectoria|nombre|linkedin|hablado de|curriculum|cv", r"\b(?:tu|su) (?:perfil"
         r"|trayectoria|nombre|background|cv|curriculum"
                      r"|experiencia|hoja de vida)\b.{0,60}\b(?:encaj\w*|parecido|surgido|llamado|potente"
         r"|interes\w*|publico|destac\w*|calza\w*|atencion)"
                      r"|\b(?:hemos|he) (?:localizado|visto|encontrado|dado con)\b|\b(?:me han"
         r"|nos han) hablado de\b|\bha visto tu cv\b|\bfigura usted\b"),),
    "open_to": (("interes|gustaria|escuch|moverias|valorar|plante|cambio|reto|abiert|encaj", r"\b(?:te"
         r"|le) (?:interesa\w*|gustaria|apetece|late|atrae\w*"
                 r"|animarias|plantearias|resultaria|divertiria|moverias)\b|\b(?:estarias|estaria|querrias"
         r"|contemplaria\w*|considerarias) \w+|\b(?:escuch\w+"
                 r"|valorar) (?:una |ofertas|propuesta\w*)|\bpor si (?:te|le)\b|\b(?:te|lo|se lo) (?:cuento|comento"
         r"|comentamos)\b"),),
    "job_pitch": (("busc|necesit|selecci|reclut|incorpor|client|vacante|abrimos|encargo|precisa", r"\b(?:busco"
         r"|buscamos|necesito|necesitamos|seleccionamos"
                   r"|reclutando|incorporamos|precisa\w*|incorpora|requiere|fichando)\b|\b(?:uno de nuestros"
         r"|nuestro|mi|un) clientes?\b|\bantes de (?:anunciar\w*"
                   r"|publicar\w*)\b|\b(?:en|la) busqueda de un\w*\b|\b(?:abrimos|vamos a abrir|montar|armando)\b"),),
    "other_world": (("piso|alquil|hipotec|prestam|matricul|licitacion|lote|reserva|vacaciones|permiso|articulo"
         "|revista|siniestro|poliza|guarderia|adopcion",
                     r"\b(?:arrendador\w*|inquilin\w*|alquiler\w*|hipoteca\w*|prestamo\w*|licitacion\w*"
         r"|licitador\w*|lote \d|permiso de|articulo|revista"
                     r"|revisores|siniestro|poliza|guarderia|adopcion|grado|master|admision|tarjeta de credito"
         r"|extranjeria|dias de vacaciones|ayuda"
                     r"|comunidad de propietarios)\b"),),
}  # fmt: skip
