"""Ordinary occupations in German, French and Spanish, folded; the other gender's form is made by rule."""

_DE = (
    "abteilungsleiter aktuar altenpfleger analyst anlagenbauer anlagenfuehrer anlagenmechaniker archivar "
    "assistenzarzt auditor augenoptiker automatenfuehrer automatiker backoffice baggerfahrer barkeeper "
    "bauingenieur bauleiter bauzeichner berufskraftfahrer betreuer betriebswirt biologe blumenbinder bodenleger "
    "brauer buchbinder buchhaendler buerokaufmann busfahrer chemikant chemiker chirurg coiffeur "
    "detailhandelsfachmann doktorand dozent dozierender einrichter einzelhandelskaufmann elektroinstallateur "
    "elektromonteur elementarpaedagoge empfangskraft empfangsmitarbeiter energieberater ergotherapeut facharzt "
    "fachinformatiker fachmann fachreferent fachwirt fahrdienstleiter fleischer fliesenleger florist foerster "
    "fotograf gaertner gebaeudereiniger geograf geologe geselle gipser glaser goldschmied gruppenleiter "
    "haendler hauswart hauswirtschafter heilerziehungspfleger heilpaedagoge heizungsbauer hilfswissenschaftler "
    "historiker hospitant hotelfachmann imker industriekaufmann industriemechaniker installateur journalist "
    "jurist justizangestellter kassierer kfz-mechatroniker kindergaertner kinderpfleger klempner "
    "kommissionierer konditor konstrukteur kontrolleur kraftfahrer kranfuehrer krankenpfleger krankenschwester "
    "kuechenhilfe kundenberater kurier laborant lackierer landwirt lehrling lektor lernender lkw-fahrer "
    "logistiker logopaede lokfuehrer makler maschinenbauer maschinist mathematiker mediator metallbauer "
    "metallbaumonteur metzger moderator musiker naeher netzplaner notar notfallsanitaeter oberarzt oekonom "
    "optiker packer paedagoge parkettleger personaler personalreferent personalsachbearbeiter pfarrer "
    "pflasterer pharmazeut pilot pizzaiolo planer polier polizist polymechaniker portier postdoktorand "
    "praeparator programmierer prokurist pruefer psychologe psychotherapeut rangierer raumplaner "
    "rechtsanwaltsfachangestellter rechtspfleger referendar regisseur reiniger restaurator rettungssanitaeter "
    "revisor rezeptionist sachbearbeiter sanitaerinstallateur sanitaeter schauspieler schichtfuehrer schmied "
    "schneider schornsteinfeger schreiner schuhmacher schulbegleiter schweisser seelsorger servicefachkraft "
    "sortierer sozialbetreuer speditionskaufmann spengler sprecher spuelkraft staplerfahrer statiker steinmetz "
    "steuermann strassenbauer stuckateur systemadministrator systemtechniker tagesmutter texter tierarzt "
    "tierpfleger tierwirt tontechniker trainer treuhaender uhrmacher umweltberater verfahrenstechniker "
    "vermesser verwalter verwaltungsangestellter verwaltungsfachwirt vorarbeiter wachmann waerter "
    "werkzeugmacher winzer wirtschafter wirtschaftsinformatiker wissenschaftler zahnarzt zahntechniker zeichner "
    "zerspaner zollbeamter zugbegleiter zugchef"
).split()
_FR = (
    "accompagnateur monteur magasinier "
    "actuaire adjoint administratif agenceur agriculteur aidant aide-comptable aide-cuisinier "
    "aide-menagere aide-soignant ajusteur ambassadeur ambulancier apiculteur approvisionneur archeologue "
    "ascensoriste assistant-ingenieur assureur barmaid barman bijoutier biologiste boucher brancardier bucheron "
    "cableur cadreur caissier-vendeur calorifugeur camionneur carreleur carrossier chanteur charcutier "
    "charpentier chaudronnier chauffagiste chef-cuisinier chimiste chirurgien chocolatier clerc coffreur "
    "collaborateur coloriste comedien commis-vendeur compositeur concierge conditionneur contremaitre cordiste "
    "cordonnier correcteur coursier couturier couvreur debardeur debosseleur decorateur demenageur dentiste "
    "depanneur designer dessinateur deviseur dieteticien diplomate ebeniste eboueur economiste ecrivain "
    "educateur-specialise electromecanicien electronicien eleveur encadrant entraineur ergotherapeute "
    "estheticien etalagiste etancheur evaluateur ferronnier fleuriste fonctionnaire forestier forgeron fraiseur "
    "frigoriste gardien geographe geologue geometre gerant greffier grutier guichetier historien horloger "
    "horticulteur hotelier hotellier huissier hygieniste illustrateur imprimeur infographiste informaticien "
    "inspecteur installateur instituteur instructeur interprete intervenant intervenant-social inventoriste "
    "kinesitherapeute laborantin lecteur libraire lingere logisticien magasinier-cariste maquettiste maquilleur "
    "maraicher mareyeur maroquinier masseur masseur-kinesitherapeute mecanicien metallier meteorologue metreur "
    "meunier moniteur monteur-cableur mouleur musicien negociateur nettoyeur oceanographe opticien "
    "orthoprothesiste ostreiculteur outilleur palefrenier palettiste parqueteur paysagiste peintre photographe "
    "physicien pilote plaquiste plombier-chauffagiste plongeur podologue poissonnier policier pompier postier "
    "preleveur preparateur prepose presentateur programmateur programmeur prothesiste proviseur psychiatre "
    "psychomotricien publicitaire puericulteur realisateur reassortisseur receptionnaire recruteur referent "
    "relieur reparateur repetiteur representant restaurateur retoucheur routier sapeur-pompier scenariste "
    "scientifique sculpteur serrurier sociologue soignant soigneur sommelier sous-chef sous-directeur "
    "specialiste standardiste statisticien stratifieur styliste superviseur tailleur tapissier technologue "
    "teleconseiller telepilote televendeur terrassier therapeute tisserand topographe torrefacteur tourneur "
    "tourneur-fraiseur tuyauteur urbaniste usineur vendeur-conseil verrier veterinaire vigneron viticulteur "
    "vitrier webmaster zingueur"
).split()
_ES = (
    "abogado acomodador acompanante actor actuario aeromozo afilador agricultor agronomo ajustador albanil "
    "alicatador anestesista animador antropologo aparejador arbitro archivista armador arqueologo artesano "
    "artista ascensorista aspirante autor aviador azafato bachero banquero barbero barista barrendero bodeguero "
    "bombero cajista calderero camarografo camionero cantante cantinero capataz carretillero cartero cerrajero "
    "chapista chef chofer cirujano cobrador compositor comprador conserje contador corrector cortador costurero "
    "cristalero cronista cuadrillero curtidor decorador delineante dentista detective dibujante dietista "
    "diplomatico doctor ebanista ecologo editor egresado ejecutivo electromecanico electronico embalador "
    "empaquetador empleado encofrador encuadernador encuestador entrenador escaparatista escenografo escritor "
    "escultor estadistico esteticista estibador estilista facturista ferrallista filologo financiero fiscalista "
    "fisico florista forjador fotografo fresador fumigador funcionario ganadero gasfiter geografo geologo "
    "gerocultor gobernanta gobernante grafista granjero herrador herrero higienista historiador hortelano "
    "hostelero ilustrador impresor informatico inspector instalador instructor instrumentista interino "
    "interiorista interprete interventor jornalero joyero juez jurista laboratorista lavandero lavaplatos "
    "lechero librero licenciado limpiacristales linguista liquidador locutor logopeda maquetador maquillador "
    "maquinista marinero marmolista masajista matarife matematico matron mecanografo mediador mensajero "
    "mercaderista mesero meteorologo microbiologo minero modelista modisto montador mozo mucamo musico "
    "negociador neurologo ninero notario nutricionista obrero oculista odontologo oficinista operador optico "
    "optometrista ordenanza orfebre orientador ortodoncista paisajista paramedico parrillero pasante patronista "
    "pedagogo pediatra perfumista perito pescador piloto pintor pizzero planchador planificador platero playero "
    "playista plomero podologo politologo porquero portero prensista preparador presentador preventista "
    "procurador productor promotor proyectista psicopedagogo psiquiatra publicista quiropractico realizador "
    "recaudador reclutador recolector redactor reparador repositor repostero representante residente "
    "restaurador revisor sastre sereno sexologo sociologo socorrista solador soldado sommelier sonidista "
    "subdirector subgerente sumiller tabernero tallador tapicero taquillero tasador taxista techista tecnologo "
    "tejedor telefonista telemarketer tendero terapeuta topografo tornero trabajador tramoyista transportista "
    "tripulante tutor urbanista vaquero velador vendimiador veterinario viajante vidriero vinicultor viticultor "
    "yesero zapatero"
).split()
_FR_FEMININE = (
    ("teur", ("trice", "teuse", "teure")),
    ("eur", ("euse", "eure", "eresse")),
    ("ier", ("iere",)),
    ("er", ("ere",)),
    ("ien", ("ienne",)),
    ("ain", ("aine",)),
    ("if", ("ive",)),
    ("on", ("onne",)),
    ("f", ("ve",)),
)
_ES_FEMININE = (("or", "ora"), ("o", "a"), ("an", "ana"), ("on", "ona"), ("es", "esa"), ("ente", "enta"), ("ez", "eza"))


def _german() -> frozenset[str]:
    """Both genders, and the adjectives that decline ("Angestellte", "Angestellten")."""
    found = set(_DE)
    for word in _DE:
        if word.endswith("mann"):
            found |= {f"{word[:-4]}frau", f"{word[:-4]}leute"}
        elif word.endswith(("llter", "mter", "nender", "render")):
            found |= {word[:-1], f"{word[:-1]}n"}
        found.add(f"{word.removesuffix('e')}in")
    return frozenset(found)


def _french() -> frozenset[str]:
    found = set(_FR)
    for word in _FR:
        endings = next(((old, new) for old, new in _FR_FEMININE if word.endswith(old)), ("", ("e",)))
        stem = word.removesuffix(endings[0]) if endings[0] else word
        found |= {f"{stem}{new}" for new in endings[1] if not word.endswith("e")}
    return frozenset(found)


def _spanish() -> frozenset[str]:
    found = set(_ES)
    for word in _ES:
        for old, new in _ES_FEMININE:
            if word.endswith(old):
                found.add(f"{word.removesuffix(old)}{new}")
                break
    return frozenset(found)


OCCUPATIONS: dict[str, frozenset[str]] = {"de": _german(), "fr": _french(), "es": _spanish()}
