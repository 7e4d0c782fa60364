"""Spanish cues (``domain.md`` §3.6), over text without accents."""

from classify.cuetables.es_phrases import PHRASES

_SHORT: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("seleccionad|elegid|preseleccionad|escogid|pasado", r"\bno (?:\w+ ){0,4}(?:seleccionad\w*|elegid\w*"
             r"|preseleccionad\w*|escogid\w*|pasado)"),
        ("continu|avanz|segu|proced|prosegu", r"\bno (?:\w+ ){0,4}(?:continu\w*|avanz\w*|seguir\w*|proced\w*"
             r"|prosegu\w*|adelante)"),
        ("descart|desestim|rechaz|denega", r"\b(?:descarta\w*|desestima\w*|rechaza\w*|denega\w*)\b"),
        ("encaj|ajust|cumpl|adecua", r"\bno (?:\w+ ){0,4}(?:encaj\w*|ajust\w*|cumpl\w*|adecua\w*)"),
        ("ofrecer|contar contigo|incorporar", r"\bno (?:\w+ ){0,4}(?:ofrecer\w*|contar contigo|contar con usted"
             r"|incorporar\w*)"),
        ("lamentamos|lamento|sentimos", r"\b(?:lamentamos|lamento|sentimos) (?:\w+ )?(?:informar|comunicar"
             r"|decir)\w*"),
    ),
    "other_candidate": (
        ("otr|candidat|perfil|persona", r"\b(?:otr[oa]s?|otra) (?:candidat\w*|perfil\w*|persona\w*)\b"),
        ("optado|elegido|decidido|decantado|mas adecuad|mejor", r"\b(?:(?:hemos|ha|han) (?:optado|elegido"
             r"|decantado|seleccionado)|nos hemos decantado|mas (?:adecuad\w*|"
         r"afin\w*|ajustad\w*)|se ajusta\w* mejor)\b"),
    ),
    "role_closed": (
        ("cubiert|cerrad|cancelad|congelad|suspendid|pausa|cubrir|anulad", r"\b(?:puesto|vacante|plaza|proceso"
             r"|oferta|posicion|busqueda|convocatoria)\b.{0,45}\b(?:cubiert\w*|"
         r"cerrad\w*|cancelad\w*|congelad\w*|suspendid\w*|en pausa|anulad\w*|asignad\w*|detenid\w*)"),
        ("cubierto|cubrimos|ya no", r"\b(?:(?:hemos|se ha|ha sido) (?:\w+ )?cubiert\w*|ya no (?:esta|estamos"
             r"|buscamos|se)|cubrimos la)\b"),
    ),
    "keep_on_file": (("conserv|guard|base de datos|mantendr", r"\b(?:conserv\w*|guard\w*|mantendr\w*"
    r"|mantener)\b.{0,40}\b(?:cv|datos|curriculum|perfil|candidatura|base)"),),
    "apology": (("lament|sentimos|desafortunad|siento|disculp|por desgracia", r"\b(?:lament\w*|sentimos|siento"
    r"|desafortunadamente|disculp\w*|por desgracia)\b"),),
    "good_luck": (("suerte|exito|animamos|futur", r"\b(?:(?:mucha|buena) suerte|(?:muchos|mucho) exitos?|exitos "
    r"en|te animamos|futur(?:as|os) (?:vacantes|procesos|oportunidades)"
                   r")\b"),),
    "receipt": (
        ("recib|enviad|registrad|llegado|inscri", r"\b(?:hemos|he|se ha|ha sido|fue|queda\w*"
             r"|ha)\b.{0,20}\b(?:recibid\w*|enviad\w*|registrad\w*|llegado)\b"),
        ("acuse|confirmamos la rec|inscripcion|recibimos", r"\b(?:acus\w+ (?:de )?recibo|confirmamos la recepcion"
             r"|te has inscrito|inscripcion realizada|recibimos (?:tu|su))\b"),
    ),
    "thanks": (("gracias|agrade", r"\b(?:gracias|agradec\w*)\b.{0,40}\b(?:interes|candidatura|solicitud|postul\w*"
    r"|aplicar|tiempo|inscrib\w*|enviar)"),),
    "will_review": (
        ("revis|valor|estudi|analiz|evalua", r"\b(?:revis\w*|valorar\w*|valorando|estudi\w*|analiz\w*|evalua\w*"
             r"|en estudio)\b"),
        ("contact|pondremos|informar|respuesta|noticias|plazo|semanas|dias", r"\b(?:contactar\w*|pondremos en "
             r"contacto|informaremos|noticias|en un plazo|(?:proximas|unas) (?:semanas"
         r"|dias)|daremos (?:una )?respuesta)\b"),
    ),
    "answers_few": (("solo|unicamente|volumen|numero", r"\b(?:(?:solo|unicamente) (?:\w+ ){0,4}(?:candidat\w*"
    r"|persona\w*|seleccionad\w*)|(?:gran|alto|elevado) (?:volumen|numero))\b"),),
    "scheduling": (
        ("disponib|agend|horario|hueco|cita|viene bien|reserva|concertar|fecha", r"\b(?:disponib\w*|agend\w*"
             r"|concert\w*|(?:te|le) (?:viene|va) bien|hueco|(?:elige|elegir|reserva\w*|"
         r"fijar)\b.{0,25}\b(?:hora\w*|cita|fecha|dia)|calendly)\b"),
    ),
    "invite": (
        ("invit|conocer|gustaria|encant|hablar|citar|charlar", r"\b(?:(?:gustaria|encantaria|queremos|quisieramos"
             r"|invit\w*|citar\w*|convocar\w*)\b.{0,50}\b(?:entrevista\w*|conocer\w*|"
         r"hablar|charlar|reun\w*|llamada|visita\w*))"),
        ("siguiente fase|segunda|proxima fase", r"\b(?:(?:siguiente|proxima) fase|segunda entrevista|has pasado "
             r"a)\b"),
    ),
    "interview": (("entrevista|llamada|prueba|reunion", r"\b(?:entrevista\w*|llamada|dia de prueba|turno de "
    r"prueba|reunion|videollamada)\b"),),
    "time_slot": (("lunes|martes|miercoles|jueves|viernes|sabado|h|:", r"\b(?:lunes|martes|miercoles|jueves"
    r"|viernes|sabado)\b.{0,40}\b\d{1,2}|\b\d{1,2}[:.]\d\d ?(?:h|horas)?\b|"
                   r"\ba las \d"),),
    "booking": (
        ("confirm|record|tendra lugar|enlace|adjunt", r"\b(?:confirm\w*|record\w*)\b.{0,50}\b(?:entrevista|cita"
             r"|reunion|llamada)|\b(?:tendra lugar|enlace (?:de|a|para) (?:teams|zoom|la "
         r"(?:reunion|videollamada)))\b"),
        ("cuando:|donde:|lugar:|fecha:|hora:", r"^(?:cuando|donde|lugar|fecha|hora) ?:"),
    ),
    "reschedule": (("aplaz|cambiar|mover|reprogram|otro dia|otra hora|enferm|indispuest", r"\b(?:aplaz\w*"
    r"|reprogram\w*|(?:cambiar|mover|pasar)\b.{0,30}\b(?:entrevista|cita|reunion|dia|hora)|otro"
                    r" dia|otra (?:hora|fecha)|enferm\w*|indispuest\w*)\b"),),
    "assessment": (
        ("prueba|test|evaluacion|cuestionario|ejercicio|caso|video|reto", r"\b(?:prueba (?:tecnica|online|escrita"
             r"|de|practica)\w*|tests?|evaluacion (?:online|tecnica)|cuestionario|ejercicio"
         r"\w*|caso practico|videoentrevista|video grabado|reto)\b"),
        ("complet|realiz|entreg|resolv", r"\b(?:complet\w*|realiz\w*|entreg\w*|resolv\w*)\b.{0,30}\b(?:prueba"
             r"|test|cuestionario|ejercicio|caso|evaluacion)"),
    ),
    "test_terms": (("minutos|caduca|enlace|plazo|antes del|preguntas", r"\b(?:\d+ (?:minutos|preguntas)|caduca\w*"
    r"|fecha limite|plazo|enlace)\b"),),
    "offer": (
        ("ofrecer|oferta|contrat|bienvenid|incorpor", r"\b(?:(?:encantad\w*|complace|placer|alegra|queremos"
             r"|gustaria)\b.{0,35}\b(?:ofrecer\w*|contratar\w*|incorpor\w*)|oferta (?:formal|en firme|de "
         r"(?:trabajo|contrato|empleo|incorporacion))|carta de oferta|bienvenid\w+ (?:a|al)|el puesto es (?:tuyo"
         r"|suyo)|contrato)\b"),
    ),
    "pay_and_start": (("salario|sueldo|brut|incorporacion|vacaciones|€|prueba|firma", r"(?:\b(?:salario|sueldo"
    r"|brut\w*|fecha de (?:inicio|incorporacion)|periodo de prueba|vacaciones|firm\w+ (?:el|la"
                       r")|retribucion)\b|€)"),),
    "profile_seen": (("perfil|trayectoria|encontr|recomend|linkedin", r"\b(?:(?:tu|su) (?:perfil|trayectoria"
    r"|experiencia)|(?:he|hemos) (?:visto|encontrado)|me ha\w* (?:pasado|hablado)|recomend\w*|"
                      r"linkedin)\b"),),
    "open_to": (("abiert|interes|oportunidad|cambio|escuchar|reto", r"\b(?:abiert\w+ a|(?:nuev\w+|interesante"
    r"|gran) (?:oportunidad\w*|reto\w*)|cambio (?:de|profesional)|te interesa\w*|le interesa\w*|"
                 r"estarias|escuchar (?:ofertas|propuestas))\b"),),
    "job_pitch": (
        ("busc|client|seleccionamos|consultora", r"\b(?:(?:estoy|estamos) (?:buscando|seleccionando)|buscamos"
             r"|(?:mi|nuestro|un) cliente|consultora)\b"),
        ("requisitos|funciones|ofrecemos|teletrabajo|tarifa", r"\b(?:requisitos|funciones|ofrecemos|se ofrece"
             r"|teletrabajo|tarifa|imprescindible)\b"),
    ),
    "incomplete": (("incomplet|complet|termin|falta|borrador|finaliz", r"\b(?:incomplet\w*|(?:completa|termina"
    r"|finaliza) (?:tu|su)|faltan?|borrador|sin (?:terminar|enviar|completar))\b"),),
    "account": (("codigo|contrasena|cuenta|acceso|verific", r"\b(?:codigo (?:de )?(?:verificacion|acceso"
    r"|seguridad)|tu codigo|su codigo|contrasena|(?:tu|su|una) cuenta|verifica\w*|inicio de sesion)\b"),),
    "job_alert": (("ofertas|alerta|visto tu|empleos|vista", r"\b(?:nuevas ofertas|alertas? de empleo|ofertas "
    r"(?:de empleo|para ti|que)|empleos (?:para|nuevos)|(?:ha|han) visto tu|ha sido vista)\b"),),
    "survey": (("encuesta|opinion|valora", r"\b(?:encuesta|tu opinion|su opinion|valora tu)\b"),),
    "promotion": (("newsletter|boletin|webinar|darte de baja|baja|descuento|feria|consejos|taller",
         r"\b(?:newsletter|boletin|webinar\w*|dar(?:te|se) de baja|cancelar la suscripcion|descuento\w*|feria|"
                   r"consejos|taller\w*)\b"),),
    "trade": (("pedido|envio|paquete|factura|pago|reserva|billete|recibo|cita", r"\b(?:pedido\w*|paquete\w*"
    r"|factura\w*|pago\w*|reserva\w*|billete\w*|recibo\w*|entrega\w*|reembols\w*|dentista)\b"),),
    "other_world": (("credito|prestamo|hipoteca|visado|alquiler|piso|beca|matricula|seguro|universidad|subvencion"
    "|colegio|manuscrito", r"\b(?:credito\w*|prestamo\w*|hipoteca|visado|"
                     r"alquiler\w*|piso|beca\w*|matricula\w*|seguro (?:de|del)|universidad\w*|subvencion\w*"
                     r"|colegio|manuscrito|licitacion)\b"),),
    "withdrawal": (("retir", r"\b(?:retirad\w*|retirar|retiro)\b.{0,40}\b(?:candidatura|solicitud|proceso)"
    r"|\b(?:candidatura|solicitud)\b.{0,40}\bretirad\w*"),),
    "own_words": (("adjunto mi|mi candidatura|mi cv|mi curriculum|me dirijo", r"\b(?:mi candidatura|mi cv|mi "
    r"curriculum|me gustaria (?:postular|solicitar|optar)|me dirijo a)\b"),),
    "employed": (("nomina|turnos|reunion de|onboarding|seguridad social|alta", r"\b(?:nomina\w*|cuadrante|acta"
    r"|onboarding|seguridad social|alta en)\b"),),
    "away": (("fuera de|vacaciones|ausen|de vuelta|oficina", r"\b(?:fuera de la oficina|de vacaciones (?:hasta"
    r"|del)|ausente (?:hasta|de)|respuesta automatica|volvere el)\b"),),
    "scam": (
        ("whatsapp|telegram", r"\b(?:whatsapp|telegram)\b"),
        ("al dia|sin experiencia|desde casa|deposito|dni|cripto|transferencia|cuota", r"\b(?:(?:€|euros) al dia"
             r"|sin experiencia|desde casa|deposito|copia (?:de|del) (?:tu )?dni|cripto\w*|cuota de|"
         r"tarjetas? regalo)\b"),
    ),
}  # fmt: skip

TABLE = {family: _SHORT.get(family, ()) + PHRASES.get(family, ()) for family in (*_SHORT, *PHRASES)}
