"""Words that mail about jobs can hardly do without, per language, on folded text.

``JOB_WORDS`` are also at home elsewhere (an application is a program, a position a place on a map); they tell what a
claim beside them is about. ``JOB_TERMS`` belong to applying and hiring alone: in real mailboxes nearly every mail about
an application holds one of them and four ordinary mails in five hold none (``models/README.md``).
"""

JOB_WORDS = {
    "en": (
        r"\b(?:applicat\w+|applicants?|appl(?:y|ied|ying)|candidat\w+|positions?|roles?|vacanc\w+|interview\w*"
        r"|recruit\w*|hiring|hired|resumes?|cv|cvs|jobs?|career\w*|employ\w*|shortlist\w*|opening|shifts?|contract"
        r"|salary|assessments?|qualifications|experience|skills|client)\b"
    ),
    "de": (
        r"\b(?:bewerb\w*|bewirb\w*|stellen?|stellenanzeige\w*|position\w*|vakanz\w*|kandidat\w*|interview\w*"
        r"|vorstellungsgespraech\w*|arbeitgeber\w*|arbeitsvertrag\w*|gehalt\w*|lebenslauf|karriere\w*|job\w*"
        r"|unterlagen|personal\w*|ausschreibung\w*|probearbeit\w*|recruit\w*|praktik\w*|ausbildung\w*|einstell\w*"
        r"|profil|erfahrung\w*)\b"
    ),
    "fr": (
        r"\b(?:candidat\w*|postul\w*|poste\w*|emploi\w*|recrut\w*|entretien\w*|embauch\w*|cv|curriculum"
        r"|offre d'emploi|profil\w*|stage\w*|alternance|contrat|cdi|cdd|salaire|carriere\w*|rh|employeur\w*"
        r"|competences|experience|mission\w*|travail\w*)\b"
    ),
    "es": (
        r"\b(?:candidat\w*|solicitud\w*|puesto\w*|vacante\w*|empleo\w*|entrevista\w*|seleccion\w*|contrat\w*|cv"
        r"|curriculum|oferta\w*|perfil\w*|postul\w*|reclut\w*|trabajo\w*|salario|sueldo|carrera|rrhh|experiencia"
        r"|cargo|convocatoria|plaza\w*)\b"
    ),
}

JOB_TERMS = {
    "en": (
        r"\b(?:(?:your|the|my|an|our|this|of|each|all|every|job|his|her|their|online|for)"
        r" (?:[\w,/&()-]+ (?:- )?){0,6}?(?:applications?|candidac\w+)"
        r"(?! (?:server|software|program|window|code|form for|developer|layer|log|data|note))"
        r"|applicants?|candidat\w+|candidac\w+|vacanc\w+|interview\w*|recruit\w*|hiring|hires?|hired|resumes?|cvs?"
        r"|curriculum vitae|jobs?|careers?|employ(?:er|ers|ment|ees?|ed|ing)|shortlist\w*|internships?"
        r"|(?:for|in|by|are|is|been|were|was) applying|appl(?:ied|ying) (?:for|to|with)"
        r"|(?:the|this|our|your|a|an|of|for|other|any) (?:[\w,/&()-]+ ){0,5}?(?:positions?|roles?|posts?|vacancy"
        r"|openings?)"
        r"|interest in (?:joining|working|employment|becoming|us|our (?:team|company|organi[sz]ation|firm))"
        r"|(?:your|of) (?:skills|qualifications|experience|background|profile)(?: and \w+)?"
        r"|clients? (?:of (?:ours|mine))?[^.]{0,60}\b(?:is|are) (?:looking for|searching for|seeking|in need of)"
        r" (?:an?|another)"
        r"|staffing|headhunt\w*|talent|onboarding|start date|cover letter|background check|job title)\b"
        r"|\b(?:role|position) ?:"
    ),
    "de": (
        r"\b(?:bewerb\w*|bewirb\w*|beworben|stellenan\w+|stellenaus\w+|kandidat\w*|vakanz\w*"
        r"|(?:die|der|diese|dieser|eine|einer|offene|offenen|ausgeschriebene\w*|unsere\w*) stellen?|stelle als"
        r"|position als|(?:die|der|diese|dieser|eine|einer) position|vorstellungsgespraech\w*|jobinterview\w*"
        r"|interview\w*|lebenslauf\w*|arbeitgeber\w*|arbeitsvertrag\w*|gehaltsvorstellung\w*|probearbeit\w*|probetag\w*"
        r"|recruit\w*|personalabteilung|personalreferent\w*|personalleit\w*|personalvermittl\w*|personaldienst\w*"
        r"|praktikum\w*|ausbildungsplatz|werkstudent\w*|jobs?|karriere\w*|zeitarbeit\w*|headhunt\w*|schnuppertag\w*"
        r"|einstellung\w*|eintrittstermin\w*)\b"
    ),
    "fr": (
        r"\b(?:candidat\w*|postul\w*|(?:le|au|ce|du|un|notre|son) poste|poste de|poste d'\w+|emplois?|recrut\w*"
        r"|entretien\w*|embauch\w*|cv|curriculum|stages?|stagiaire\w*|alternance|cdi|cdd|employeur\w*|interim\w*"
        r"|lettre de motivation|ressources humaines|rh|salaire|periode d'essai|chasseur de tetes|vivier)\b"
    ),
    "es": (
        r"\b(?:candidat\w*|(?:tu|su|la|una) solicitud|puestos?|vacantes?|empleos?|entrevista\w*"
        r"|procesos? de seleccion|seleccion de personal|reclut\w*|curriculum|cv|rrhh|recursos humanos"
        r"|ofertas? de (?:trabajo|empleo)|postul\w*|contratacion|sueldo|incorporacion|convocatoria|practicas)\b"
    ),
}

JOB_ANCHORS = {
    "en": tuple(
        "appl|candid|vacanc|interview|recruit|hir|resume|cv|curriculum|job|career|employ|shortlist|internship|position|"
        "role|post|opening|interest in|skills|qualif|experience|background|profile|client|staffing|headhunt|talent|"
        "onboarding|start date|cover letter".split("|")
    ),
    "de": tuple(
        "bewerb|bewirb|beworben|stelle|kandidat|vakanz|position|vorstellungsgespraech|interview|lebenslauf|arbeit|"
        "gehaltsvorstellung|probe|recruit|personal|praktikum|ausbildungsplatz|werkstudent|job|karriere|headhunt|"
        "schnuppertag|einstellung|eintrittstermin".split("|")
    ),
    "fr": tuple(
        "candidat|postul|poste|emploi|recrut|entretien|embauch|cv|curriculum|stag|alternance|cdi|cdd|employeur|"
        "interim|lettre de motivation|ressources humaines|rh|salaire|periode d'essai|chasseur de tetes|vivier".split(
            "|"
        )
    ),
    "es": tuple(
        "candidat|solicitud|puesto|vacante|empleo|entrevista|seleccion|reclut|curriculum|cv|rrhh|recursos humanos|"
        "oferta|postul|contratacion|sueldo|incorporacion|convocatoria|practicas".split("|")
    ),
}
"""Pieces of which at least one is in every match of ``JOB_TERMS``."""
