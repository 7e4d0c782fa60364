"""The nouns that make a phrase a job title, language by language."""

import re

from classify.folding import folded
from classify.occupations import OCCUPATIONS

_EN = (
    "accountant actor actuary adjuster administrator admin adviser advisor agent aide ambassador analyst animator "
    "anaesthetist "
    "apprentice apprenticeship archaeologist architect archivist artist assembler assessor assistant associate "
    "attendant attorney "
    "auditor author baker banker barber barista bartender biologist bioinformatician bookkeeper bricklayer broker "
    "builder butcher "
    "buyer captain caregiver caretaker carer carpenter cashier caseworker caterer chair chaplain chef chemist "
    "cleaner clerk "
    "clinician coach collector commis composer concierge conductor conservator constable consultant controller "
    "conveyancer cook "
    "coordinator co-ordinator copywriter counsel counsellor counselor courier crew curator custodian dentist deputy "
    "designer "
    "detective developer devops director dispatcher doctor doorman draughtsman driver ecologist economist editor "
    "educator "
    "electrician engineer engraver estimator examiner executive facilitator farmer fellow fellowship firefighter "
    "fisherman fitter "
    "florist foreman forester fundraiser gardener geologist goldsmith governor graduate grazier groom groomer "
    "groundsman "
    "guard guide hairdresser handler handyman head headteacher historian host hostess housekeeper hygienist "
    "illustrator inspector "
    "installer instructor intern internship interpreter invigilator janitor joiner journalist judge keeper labourer "
    "laborer "
    "lawyer lead leader lecturer lectureship librarian lifeguard linguist loader locum logistician machinist maker "
    "manager "
    "marketer mason mate mathematician mechanic mechatronics mediator merchandiser meteorologist midwife miller "
    "miner moderator musician nanny "
    "navigator negotiator notary nurse nutritionist officer operative operator optician optometrist orderly "
    "organiser organizer "
    "owner packer painter paralegal paramedic partner pastor pathologist pedagogue pharmacist phlebotomist "
    "photographer "
    "physician physicist physiotherapist picker pilot planner plasterer plumber police porter postdoc postman "
    "practitioner preacher "
    "presenter president principal printer producer professor professorship programmer promoter psychiatrist "
    "psychologist publicist "
    "radiographer ranger receptionist recruiter referee registrar rep representative reporter researcher resident "
    "reviewer rider "
    "rigger roofer runner sailor salesperson scaffolder scholar scientist seamstress secretary seller sergeant "
    "server setter "
    "shepherd signaller singer skipper solicitor sommelier sonographer sourcer specialist statistician steward "
    "stocker stockman "
    "storekeeper strategist stylist superintendent supervisor surgeon surveyor tailor teacher technician "
    "technologist teller "
    "tester therapist tiler toolmaker trader trainee traineeship trainer translator transcriber treasurer tutor "
    "typist usher "
    "valet vet veterinarian waiter waitress ward warden warehouseman watchmaker weaver weigher welder winemaker "
    "woodworker worker writer "
    "zookeeper roustabout improver greeter barback dishwasher stockroom sre cto ceo cfo coo ciso cmo vp phd "
    "studentship "
    "pathologist clinician hand helper roaster brewer caddie projectionist stagehand luthier tuner binder cutter "
    "grinder finisher "
    "rebuilder wright blacksmith farrier stonemason placement"
).split()
_DE = (
    "ingenieur ingenieurin entwickler entwicklerin leiter leiterin leitung berater beraterin pfleger pflegerin kraft "
    "fachkraft "
    "pflegefachkraft pflegekraft pflegefachfrau pflegefachmann sachbearbeiter sachbearbeiterin sachbearbeitung "
    "kaufmann kauffrau "
    "kaufleute verkaeufer verkaeuferin verkauf lehrer lehrerin lehrkraft erzieher erzieherin arzt aerztin assistent "
    "assistentin assistenz "
    "referent referentin mitarbeiter mitarbeiterin mitarbeitende meister meisterin techniker technikerin monteur "
    "monteurin "
    "mechaniker mechanikerin mechatroniker mechatronikerin elektriker elektrikerin elektroniker elektronikerin "
    "schlosser fahrer "
    "fahrerin koch koechin kellner kellnerin baecker baeckerin friseur friseurin buchhalter buchhalterin controller "
    "controllerin "
    "architekt architektin redakteur redakteurin volontaer volontaerin praktikant praktikantin praktikum werkstudent "
    "werkstudentin werkstudium trainee azubi auszubildende auszubildender ausbildung hilfskraft anwalt anwaeltin "
    "rechtsanwalt "
    "steuerfachangestellte steuerberater angestellte angestellter fachangestellte fachangestellter beauftragte "
    "beauftragter "
    "beamter beamtin sekretaer sekretaerin sekretariat sozialarbeiter sozialpaedagoge sozialpaedagogin paedagoge "
    "therapeut "
    "therapeutin physiotherapeut hebamme apotheker apothekerin gaertner gaertnerin maler tischler tischlerin "
    "zimmerer dachdecker "
    "maurer lagerist disponent disponentin einkaeufer einkaeuferin informatiker informatikerin administrator "
    "gestalter gestalterin "
    "grafiker forscher wissenschaftler wissenschaftlerin doktorand doktorandin bibliothekar uebersetzer dolmetscher "
    "richter "
    "hausmeister reinigungskraft servicekraft aushilfe filialleiter filialleiterin schichtleiter projektleiter "
    "projektleiterin "
    "geschaeftsfuehrer bereichsleiter teamleiter teamleitung werker helfer helferin zusteller spezialist "
    "spezialistin manager "
    "professur vermessungsingenieur "
    "managerin beraterin vertrieb koordinator koordinatorin entwicklung professor professorin"
).split()
_FR = (
    "ingenieur ingenieure developpeur developpeuse charge chargee responsable assistant assistante technicien "
    "technicienne chef "
    "cheffe directeur directrice conseiller conseillere vendeur vendeuse comptable infirmier infirmiere aide-soignant "
    "aide-soignante medecin enseignant enseignante professeur professeure formateur formatrice animateur animatrice "
    "educateur "
    "educatrice secretaire agent agente employe employee ouvrier ouvriere operateur operatrice conducteur "
    "conductrice chauffeur "
    "livreur livreuse cuisinier cuisiniere serveur serveuse commis patissier patissiere boulanger boulangere "
    "coiffeur coiffeuse "
    "receptionniste hote hotesse gestionnaire consultant consultante analyste architecte graphiste redacteur "
    "redactrice "
    "journaliste traducteur traductrice juriste avocat avocate notaire auditeur auditrice controleur controleuse "
    "acheteur "
    "acheteuse commercial commerciale attache attachee delegue deleguee stagiaire stage alternant alternante "
    "alternance apprenti "
    "apprentie coordinateur coordinatrice coordonnateur mediateur mediatrice bibliothecaire documentaliste "
    "archiviste chercheur "
    "chercheuse doctorant doctorante postdoctorant pharmacien pharmacienne preparateur preparatrice kinesitherapeute "
    "psychologue "
    "orthophoniste sage-femme auxiliaire electricien electricienne plombier mecanicien mecanicienne menuisier macon "
    "soudeur "
    "jardinier magasinier magasiniere cariste manutentionnaire caissier caissiere maitre conservateur conservatrice "
    "regisseur "
    "monteur manager concepteur conceptrice administrateur administratrice surveillant surveillante"
).split()
_ES = (
    "ingeniero ingeniera desarrollador desarrolladora programador programadora analista tecnico tecnica responsable "
    "director "
    "directora jefe jefa gerente encargado encargada coordinador coordinadora asistente ayudante auxiliar "
    "administrativo "
    "administrativa contable consultor consultora asesor asesora comercial vendedor vendedora dependiente "
    "dependienta cajero "
    "cajera camarero camarera cocinero cocinera conductor conductora repartidor repartidora mozo operario operaria "
    "peon "
    "soldador electricista fontanero mecanico mecanica albanil carpintero limpiador limpiadora enfermero enfermera "
    "medico medica "
    "fisioterapeuta psicologo psicologa farmaceutico farmaceutica maestro maestra profesor profesora educador "
    "educadora monitor "
    "monitora docente investigador investigadora arquitecto arquitecta disenador disenadora redactor redactora "
    "periodista "
    "traductor traductora abogado abogada recepcionista secretario secretaria gestor gestora becario becaria "
    "practicas "
    "aprendiz teleoperador teleoperadora agente especialista supervisor supervisora controlador auditor auditora "
    "economista "
    "biologo biologa quimico quimica bibliotecario bibliotecaria archivero archivera conservador conservadora "
    "cuidador cuidadora "
    "carnicero carnicera charcutero charcutera gruista regidor radiologo pescadero frutero reponedor reponedora "
    "asociado jefatura "
    "trabajador trabajadora oficial almacenero vigilante jardinero peluquero peluquera panadero pastelero guia"
).split()
TITLES: dict[str, frozenset[str]] = {
    "en": frozenset(_EN),
    "de": frozenset(_EN) | frozenset(_DE) | OCCUPATIONS["de"],
    "fr": frozenset(_EN) | frozenset(_FR) | OCCUPATIONS["fr"],
    "es": frozenset(_EN) | frozenset(_ES) | OCCUPATIONS["es"],
}
_ALL = frozenset((*_EN, *_DE, *_FR, *_ES))
"""What no employer is called; the wider list has too many surnames in it ("Meunier", "Schmied")."""
_GERMAN_ENDINGS = (
    *(word for word in {*_DE, *OCCUPATIONS["de"]} if len(word) > 4), "arzt", "koch", "designer", "assistant",
)  # fmt: skip
_ENGLISH_ENDINGS = (
    "ologist", "therapist", "grapher", "keeper", "smith", "wright", "master", "monger", "banksman", "foreman",
    "scaffolder",
    "mechanic", "technician", "practitioner", "scientist", "pathist", "coder", "shopper", "advocate", "liaison",
)  # fmt: skip
_OTHER_GENDER = frozenset("in innen e ne se le trice rice euse ere ive a ora ra da ta".split())
"""What stands behind the slash of "Verkäufer/in", "technicien/ne", "técnico/a"."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def title_words(phrase: str, language: str) -> list[int]:
    """Which words of ``phrase`` are nouns of a job title; English ones count in every language."""
    nouns = TITLES.get(language, TITLES["en"])
    plain = folded(phrase, language)
    found: list[int] = []
    for index, match in enumerate(_WORD.finditer(plain)):
        is_ending = found[-1:] == [index - 1] and plain[match.start() - 1] == "/" and match.group() in _OTHER_GENDER
        if is_ending or _is_noun(match.group(), nouns, language):
            found.append(index)
    return found


def is_title(phrase: str) -> bool:
    """Whether the phrase ends in a title's noun of any language, as "Senior Test "
    "Engineer" does; a plural is a name's."""
    words = _WORD.findall(folded(phrase, "en"))
    return bool(words) and words[-1] in _ALL


def _is_noun(word: str, nouns: frozenset[str], language: str) -> bool:
    if word in nouns or word.removesuffix("s") in nouns or word.rpartition("-")[2] in nouns:
        return True
    if language == "de":
        bare = re.sub(r"(?<=[a-z]{4})in(?:nen)?$", "", word)
        return word.endswith(_GERMAN_ENDINGS) or bare.endswith(_GERMAN_ENDINGS)
    return language == "en" and word.removesuffix("s").endswith(_ENGLISH_ENDINGS)
