"""The reasons of rejections in Spanish: reason → patterns, for folded text."""

from store.vocabulary import RejectionReason as R

RULES: tuple[tuple[R, tuple[str, ...]], ...] = (
    (
        R.ROLE_FROZEN,
        (
            r"\b(?:proceso|vacante|puesto|plaza|posicion|seleccion|busqueda|contratacion(?:es)?|"
            r"incorporacion(?:es)?)\b.{0,50}\b(?:congelad\w*|en pausa|suspendid\w*|paralizad\w*|pausad\w*|detenid\w*|"
            r"aplazad\w*|pospuest\w*|en espera|en suspenso|stand by|postergad\w*|parad\w)",
            r"\b(?:par(?:ar|amos|ado)|paraliz(?:ar|an?|amos|ado)|congel(?:ar|amos|ado|an?)|suspend(?:er|emos|ido)|"
            r"paus(?:ar|amos|ado)|aplaz(?:ar|amos|ado)|poner en pausa|puesto en pausa|deten(?:er|ido|emos)|"
            r"poster?g(?:ar|ado|amos)|pospon\w+) (?:\w+ ){0,2}(?:las|la|el|los|todas|todos|este|esta|dicho) (?:\w+ "
            r")?(?:contratacion(?:es)?|incorporacion(?:es)?|proceso|busqueda|seleccion|vacante|puesto)",
            r"\bcongelacion de (?:\w+ )?(?:contrataciones|plantilla|vacantes|personal)",
            r"\bhasta nuevo aviso\b",
            r"\b(?:ha|han|hemos|se ha|se han|tenemos que|vamos a|tengo que|debo|debemos) (?:\w+ ){0,2}(?:parad\w*|"
            r"parar|paraliz\w*|congel\w*|suspend\w*|aplaz\w*|pospues\w*|pospon\w*|deten\w*|dejar|dejad\w*) (?:\w+ "
            r"){0,4}(?:contrataci\w*|incorporaci\w*|proceso\w*|seleccion\w*|vacante\w*|puesto\w*|convocatoria\w*|"
            r"busqueda\w*)\b",
            r"\b(?:financiacion|presupuesto|fondos|subvencion|partida)\b.{0,50}\b(?:retras\w*|bloquead\w*|congelad\w*|"
            r"pendiente|aplazad\w*|no (?:ha|esta|se ha)|recort\w*)\b",
            r"\bcontrataciones\b.{0,30}\b(?:paradas|congeladas|suspendidas|hasta)\b",
        ),
    ),
    (
        R.INTERNAL_CANDIDATE,
        (
            r"\b(?:internamente|(?:candidat|persona|postulante|perfil|aspirante|empleado|companer)\w* (?:\w+ "
            r")?intern\w*|(?:promocion|movilidad|cobertura|solucion|convocatoria) interna|de forma interna|(?:persona|"
            r"alguien|companer\w|candidat\w|emplead\w) (?:que ya (?:trabaja\w*|forma\w*) (?:\w+ )?(?:con nosotros|"
            r"aqui|parte|en)|de (?:la|nuestra) (?:propia )?(?:casa|plantilla|empresa|organizacion|fundacion)|del? "
            r"(?:propio )?equipo))\b",
            r"\b(?:persona|companer\w|profesional|emplead\w|trabajador\w?|alguien|candidat\w) (?:de|del) (?:la |"
            r"nuestra |el |propio |propia |nuestro )*(?:plantilla|casa|tienda|equipo|compania|empresa|centro|servicio|"
            r"organizacion)\b",
            r"\b(?:ya lo|ya la|que ya|quien ya) (?:venia (?:cubriendo|desempenando|haciendo)|cubria|ocupaba|"
            r"desempenaba)\b",
            r"\b(?:promocion|traslado|movilidad) intern\w\b",
            r"\bpropia (?:plantilla|casa|compania)\b",
        ),
    ),
    (
        R.ROLE_CANCELLED,
        (
            r"\b(?:puesto|vacante|proceso|oferta|busqueda)\b.{0,40}\b(?:cancelad\w*|anulad\w*|retirad\w*|desiert\w*|"
            r"amortizad\w*|eliminad\w*|suprimid\w*)",
            r"\b(?:cancelar|anular|retirar|suprimir|eliminar) (?:\w+ )?(?:el|la|este|esta) (?:\w+ )?(?:puesto|vacante|"
            r"proceso|oferta|busqueda|plaza)",
            r"\b(?:puesto|vacante|proceso|oferta|busqueda|plaza|proyecto|convocatoria|posicion|"
            r"seleccion)\b.{0,50}\b(?:cancel\w*|anulad\w*|retirad\w*|suprimid\w*|eliminad\w*|amortizad\w*|sin efecto|"
            r"dad\w de baja|desiert\w*|no (?:se va a|va a) (?:cubrir|abrir|contratar)|ya no (?:se|existe))\b",
            r"\b(?:reestructuracion|reorganizacion)\b",
            r"\b(?:al no|no se) (?:haber|ha\w*) (?:concedid\w*|conceder\w*|aprobad\w*)",
        ),
    ),
    (
        R.CAPACITY,
        (
            r"\b(?:plazas?|cupos?|huecos?|vacantes de practicas|grupo|programa|contratos)\b.{0,50}\b(?:complet\w*|"
            r"agotad\w*|llen\w*|ocupad\w*|cubiert\w*|asignad\w*|firmad\w*|cerrad\w*)\b",
            r"\b(?:no|ya no) (?:nos |me |te |le )?(?:quedan?|tenemos|hay|tengo|disponemos de) (?:\w+ )?(?:mas "
            r")?(?:plazas?|cupos?|huecos?|sitio|espacio|capacidad)\b",
        ),
    ),
    (
        R.ROLE_FILLED,
        (
            r"\b(?:puesto|vacante|plaza|posicion|cargo)\b(?:(?!\b(?:no|sin)\b).){0,40}\b(?:cubiert\w*|ocupad\w*|"
            r"adjudicad\w*|asignad\w*)",
            r"\b(?:cubierto|ocupado|adjudicado) (?:ya )?(?:la|el|esta|este)\b",
            r"\bcubri(?:mos|o|eron) (?:ya )?(?:la|el|esta|este) (?:puesto|vacante|plaza|posicion)",
            r"\b(?:puesto|vacante|plaza|posicion|cargo|oferta|trabajo)\b.{0,40}\b(?:ya (?:esta|ha sido|fue|se ha)|ha "
            r"(?:sido|quedado)|fue|esta) (?:\w+ )?(?:cubiert\w*|ocupad\w*|adjudicad\w*|asignad\w*|dad\w|cogid\w|"
            r"pillad\w|otorgad\w*)\b",
            r"\b(?:ya )?(?:hemos|he|han) (?:ya )?(?:encontrado|cubierto|contratado|cogido) (?:a (?:alguien|una "
            r"persona)|la (?:vacante|plaza)|el puesto|persona)\b(?!.{0,40}\bque\b)",
            r"\bya tenemos (?:a alguien|persona)\b",
        ),
    ),
    (
        R.COMPENSATION,
        (
            r"\b(?:expectativas?|pretension\w*|aspiracion\w*|sueldo|salario|banda|renta)\b.{0,70}\b(?:por encima|"
            r"super\w*|exced\w*|fuera de|no (?:hay|tenemos) margen|muy por|mas alt\w*|pasariamos|no podemos (?:llegar|"
            r"alcanzar|igualar))\b",
            r"\b(?:presupuest\w*|rango salarial|banda salarial)\b.{0,50}\b(?:no (?:llega|alcanza|permite|da)|exced\w*|"
            r"super\w*|fuera)\b",
        ),
    ),
    (
        R.ELIGIBILITY,
        (
            r"\b(?:permiso de trabajo|permiso de residencia|visado|visa|nacionalidad|nacionales|residencia|"
            r"habilitacion|matriculad\w*|convenio|edad|papeles)\b.{0,80}\b(?:no|sin|solo|exig\w*|impid\w*|ya has|"
            r"tienes que|requisito)\b",
            r"\b(?:sin|no (?:tiene\w*|dispone\w*|cuenta\w*)|falta de|carec\w*)\b.{0,40}\b(?:permiso de trabajo|"
            r"permiso de residencia|visado|papeles|nacionalidad|titulacion minima)\b",
            r"\b(?:solo|unicamente) (?:\w+ ){0,4}(?:residentes|nacionales|ciudadanos|estudiantes|matriculados|"
            r"personas (?:que residan|con permiso))\b",
        ),
    ),
    (
        R.MISSING_REQUIREMENT,
        (
            r"\bno (?:cumple\w*|tiene\w*|dispone\w*)\b.{0,50}\b(?:requisito\w*|experiencia|titul\w*|carne|carnet)\b",
            r"\b(?:exig\w+|hace falta|requier\w+|requisito|obligatori\w*|imprescindible|necesari\w+|minimo|pide\w*|"
            r"piden|solicit\w* (?:un|una|al menos))\b.{0,90}\b(?:no|tu tienes|usted tiene|tienes|segun tu|y tu|y "
            r"usted|sin|falt\w*|suyo|tuyo)\b",
            r"\bno (?:cumple\w*|tiene\w*|tienes|dispone\w*|cuenta\w*|acredita\w*|"
            r"alcanza\w*)\b.{0,50}\b(?:requisito\w*|experiencia|titul\w*|carne|carnet|nivel|formacion|certificad\w*|"
            r"anos|ingles|puntaje|permiso de conducir|minim\w*)\b",
            r"\b(?:falt\w*|caducad\w*|carec\w*|sin)\b.{0,30}\b(?:la |el |un |una )?(?:titul\w*|experiencia|carne|"
            r"carnet|certificad\w*|homologa\w*|nivel|formacion|licencia)\b",
            r"\b(?:busca\w*|necesita\w*|querem\w*) (?:a )?(?:alguien|una persona|un perfil)\b.{0,20}\b(?:con|que "
            r"(?:tenga|cuente|domine|ya))\b.{0,40}\b(?:experiencia|anos|titul\w*|nivel|carne|carnet|ingles|formacion|"
            r"recorrido)\b",
        ),
    ),
    (
        R.INTERVIEW_OUTCOME,
        (
            r"\b(?:entrevista|prueba|test|examen|ejercicio|caso|presentacion|dinamica|respuestas?|clase|role "
            r"play)\b.{0,90}\b(?:se te fueron|se le fueron|poco (?:concret\w*|clar\w*|convincent\w*)|demasiado|no "
            r"(?:super\w*|alcanz\w*|lleg\w*|convenc\w*)|insuficient\w*|fall\w*|errores|flojo\w*|lent\w*|debil\w*|por "
            r"debajo|crudos|echamos en falta|faltaron?)\b",
            r"\b(?:resultado|puntuacion|nota|puntaje)\w*\b.{0,40}\b(?:por debajo|insuficient\w*|inferior\w*|no "
            r"(?:alcanz\w*|lleg\w*|super\w*))\b",
        ),
    ),
    (
        R.OTHER_CANDIDATE,
        (
            r"\b(?:por|con|a) (?:\w+ )?otr[oa]s? (?:candidat\w*|perfil\w*|persona\w*)",
            r"\bse ajusta\w* mejor\b",
            r"\b(?:la|el) otr[oa] (?:finalista|aspirante|chic[oa]|candidat[oa])\b",
            r"\b(?:en|a) otr[oa] (?:aspirante|postulante)",
            r"\b(?<!sido )(?:elegido|seleccionado|escogido|contratado|cogido|optado por|preferido|decidido por|"
            r"decantado por|inclinado por|resolvio cubrir|quedado con|apostado por|privilegi\w+ (?:la contratacion de "
            r")?)(?: a| por| con)? (?:\w+ ){0,3}(?:otr\w+|una? (?:persona|chic\w|candidat\w*|companer\w|profesional|"
            r"perfil|senor\w*)|alguien|quien)\b",
            r"\botr\w+ (?:candidat\w*|perfil\w*|persona\w*|aspirante\w*|postulante\w*|profesional\w*|finalista|chic\w|"
            r"solicitud\w*)\b.{0,60}\b(?:mas|mejor|mayor|ajust\w*|encaj\w*|continu\w*|segui\w*|empieza|acept\w*|"
            r"adecu\w*|experiencia|mostr\w*|cuent\w*)\b",
            r"\b(?:continuar|continuamos|seguir|seguimos|seguiremos|avanzar|avanzamos) (?:\w+ ){0,3}con (?:\w+ "
            r"){0,2}(?:ellos|ellas|otr\w+|candidat[oa]s?|alguien|una persona|quien\w*)\b",
            r"\b(?:se ha (?:ofrecido|dado|adjudicado)|se la? (?:dieron|dimos)|recaido en) (?:\w+ ){0,2}(?:a |en "
            r")?(?:otr\w+|una? |la persona)\b",
            r"\b(?:la|el) otr\w (?:chic\w|persona|candidat\w|finalista|aspirante)\b",
        ),
    ),
    (
        R.FIT_GENERAL,
        (
            r"\bno (?:\w+ ){0,3}(?:encaja\w*|se ajusta\w*)",
            r"\bno (?:\w+ ){0,4}(?:encaj\w*|ajust\w*|cuadr\w*|coincid\w*|se correspond\w*|alinea\w*|responde\w* a)\b",
            r"\b(?:lejos|alejad\w*|distint\w*) (?:\w+ ){0,2}(?:de|a) lo que\b",
            r"\bno (?:eres|es|sea) (?:\w+ )?(?:el|la) (?:perfil|persona|candidat\w)\b",
            r"\bsobrecualificad\w*\b",
            r"\b(?:te|le) ve lejos\b",
            r"\b(?:perfil|estilo|trayectoria|experiencia|curriculum)\b.{0,60}\b(?:va mas hacia|otra direccion|no "
            r"(?:es|son) (?:\w+ )?lo que|excede|mas orientad\w*)\b",
        ),
    ),
)
