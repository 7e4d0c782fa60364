"""French phrases of decisions, receipts, talks, offers and approaches, over folded text, beside the short cues."""

_FILE = (
    r"(?:candidature\w*|dossier|profil|cv|demande|postulation|offre de services?|lettre|courrier|inscription"
    r"|envoi|mail)"
)
_POST = r"(?:poste\w*|place\w*|emploi|recrutement\w*|offre|mission|embauches?|processus|procedure|contrat)"
_MEET = r"(?:entretien\w*|entrevue\w*|rencontr\w*|audition\w*|oral|jury|visio\w*|appel|rendez-vous|essai)"

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("favorable|positiv|negativ", r"\b(?:ne |n'|pas\b|non\b)(?:(?!manqu|tarder)[^,]){0,70}\b(?:favorable\w*"
                                      r"|positive\w*)\b(?! (?:ou|comme|soit))"
         r"|\bpar la negative\b"
         r"|\breponse (?:est )?negative\b|\bavis\b.{0,60}\b(?:defavorable|negatif)\b"),
        ("suite", r"\b(?:ne|n')\b ?.{0,50}\bsuite\b|\bsans suite\b|\bpas (?:de "
         r"|etre )?(?:donne\w* )?(?:de )?suite\b"),
        ("retenu|retenir|selectionn|admis|convi|recevoir|rencontrer", r"(?:\bn[e']|\bpas\b"
         r"|\bnon\b).{0,70}\b(?:retenue?s?"
         r"|retenir|selectionnee?s?|selectionner|admise?s?|convier|vous recevoir|vous rencontrer|embaucher"
         r"|vous prendre"
         r"|te prendre|vous accueillir|vous positionner|prise? en (?:compte|consideration))\b"),
        ("loin|avant|ensemble|avec vous|avec toi|avec votre|poursuiv", r"(?:\bn[e']|\bpas\b).{0,40}\b(?:aller|irons"
         r"|poursuiv\w*"
         r"|continuer\w*|avancer\w*)\b.{0,40}\b(?:plus loin|avant|ensemble|avec (?:vous|toi|votre|ton|le)|processus"
         r"|recrutement|demarche)|\bpas (?:\w+ )?poursuivre\b|\bn'irons pas plus loin\b"),
        ("ecart|rejet|refus|declin|clore|cloture|renonc", rf"\b(?:ecarter|ecartee?s?|rejetee?s?|refuser|refusee?s?"
         rf"|decliner"
         rf"|clore|cloturee?s?|renonc\w+)\b.{{0,50}}\b{_FILE}|\b{_FILE}\b.{{0,60}}\b(?:ecartee?s?|rejetee?s?"
         rf"|refusee?s?"
         r"|declinee?s?|cloturee?s?|s'arrete ici|ne peut aboutir|n'a pu aboutir|n'entre)\b"),
        ("correspond|repond|adequation|convaincu|criteres|attentes|exigences", r"\b(?:ne|n'"
         r"|pas)\b.{0,60}\b(?:correspond\w*"
         r"|repond\w*|adequation|convaincu\w*|suffisant\w*)\b"),
        ("mesure|possible|regret|oblig|contraint", r"\b(?:pas en mesure|pas possible|ne m'est pas|ne nous est pas"
         r"|ne m'a pas ete"
         r"|au regret|avons le regret|ai le regret|contraints? de|dans l'obligation d)\b"),
        ("arret|en reste la|fin a|prend fin", r"\b(?:arreter (?:la|les (?:discussions|echanges))|en (?:reste"
         r"|rester) la|prend "
         r"fin|mettre fin)\b"),
        ("figur|partie|liste|seuil|total|admissib", r"\bne (?:figure|fait|fais|faites) (?:pas"
         r"|plus)\b.{0,50}\b(?:liste|partie"
         r"|parmi)|\b(?:en dessous|inferieur\w*) (?:du|au) seuil\b|\bn'en fais pas partie\b"),
    ),
    "other_candidate": (
        ("autre|d'autres|candidat|profil", r"\b(?:d'autres?|un autre|une autre|l'autre|autres"
         r"|deux autres) (?:\w+ )?(?:candidat\w*"
         r"|profil\w*|personne\w*|dossier\w*|postulant\w*|finaliste\w*)\b"),
        ("prefer|opte|privilegi|choisi|choix|porte|attribu|confie", r"\b(?:avons|ai|a|ont|avoir|s'est"
         r"|etre) (?:\w+ ){0,2}(?:opte "
         r"pour|prefere|privilegie|choisi|arrete son choix|porte son choix|donne la preference|donne suite a d)\b"
         r"|\bchoix "
         r"(?:s'est )?(?:\w+ )?porte\b|\ba ete (?:attribuee?|confiee?|proposee?) a\b|\bpreference a\b"),
        ("dont", r"\b(?:candidat\w*|profils?|personnes?)\b.{0,10}\bdont\b.{0,60}\b(?:experience|parcours"
         r"|competences|profil)"),
        ("davantage|mieux|plus", r"\b(?:correspond\w*|repond\w*|correspondant)\b.{0,20}\b(?:davantage|mieux|plus)\b"
         r"|\bplus "
         r"(?:en adequation|en phase|en rapport|en ligne|proches?|experimente\w*)\b"),
        ("interne|mobilite", r"\b(?:en interne|a l'interne|mobilite interne|interne)\b"),
    ),
    "role_closed": (
        ("pourv|comble|attribu|annul|gel|suspen|ferm|supprim|retir|prise|complet|clot|actualite|existe",
         rf"\b{_POST}\b.{{0,80}}\b(?:pourvue?s?|comblee?s?|attribuee?s?|annulee?s?|gelee?s?|suspendue?s?|fermee?s?"
         rf"|supprimee?s?"
         r"|retiree?s?|prises?|achevee?|finalise|interrompue?|cloturee?s?|n'existe plus|plus d'actualite"
         r"|en attente)\b"),
        ("gel|suspension|complet|aucun besoin|pas de besoin|plus personne|plus besoin|effectif",
         r"\b(?:gel des|gel du|suspension d\w+ (?:tous )?les recrutements|equipe\w* (?:\w+ ){0,4}(?:complete\w*"
         r"|constituee)"
         r"|(?:pas|aucun|plus) (?:de |d')?besoin\w*|plus personne|plus de poste|aucune embauche"
         r"|capacites d'accueil)\b"),
    ),
    "sorry_no": (("malheureusement|regret|desol|navr|helas", r"\b(?:malheureusement|regret\w*|desole\w*|navre\w*"
         r"|helas)\b.{0,100}"
                  r"(?:\b(?:ne|pas|non|aucun\w*|sans)\b|\bn')"),),
    "receipt": (
        ("recu|recep|parven|enregistr|transm|envoy|arriv|depos|soumis|pris|remis|mains|joint|suivre|etude|eu",
         rf"\b{_FILE}\b.{{0,90}}\b(?:(?:bien|ete|est|sont|avec succes) (?:\w+ ){{0,2}}(?:recue?s?|parvenue?s?"
         rf"|enregistree?s?"
         r"|transmise?s?|envoyee?s?|arrivee?s?|deposee?s?|soumise?s?|prise?s? en compte|remise?s?|receptionnee?s?"
         r"|rentree?s?)"
         r"|entre (?:nos|les) mains|nous (?:est|sont) (?:bien )?parvenue?s?)\b"),
        ("recep", r"\b(?:accus\w*|confirm\w*|avis\w*)\b.{0,30}\b(?:reception|receptionne)\b|\bbonne reception\b"
         r"|\bj'accuse "
         r"reception\b"),
        ("recu|receptionn|eu |recupere", rf"\b(?:avons|ai|a|avoir) (?:bien |effectivement )?(?:recu|receptionne|eu"
         rf"|recupere"
         rf"|enregistre)\b.{{0,40}}\b{_FILE}"),
        ("postul|candidat|depos", r"\b(?:d'avoir (?:postule|candidate|depose)|avez postule|as postule"
         r"|candidature (?:recue"
         r"|enregistree|envoyee|transmise|bien))\b"),
        ("note", r"\bpris\w* (?:bonne )?note de votre candidature\b"),
    ),
    "thanks": (("merci|remerci|sait gre", r"\b(?:merci|remerci\w*)\b.{0,70}\b(?:candidature|interet|postule\w*|cv"
         r"|dossier"
                r"|envoi|offre de service)"),),
    "will_review": (
        ("etud|exam|analys|cours|lir|lira|lirai|consult", r"\b(?:en cours d(?:'|e )\w+|a l'etude"
         r"|sera (?:\w+ )?(?:etudiee?|examinee?"
         r"|lue?|traitee?|soumise?)|allons (?:\w+ )?(?:etudier|examiner|lire)|(?:etudiera|examinera|lirai"
         r"|consultera)\b)"),
        ("decision|tranch|delai|plus de temps|repouss|report", r"\b(?:aucune decision|pas encore (?:\w+ )?(?:decide"
         r"|tranche|pris\w*)"
         r"|prendra plus de temps|toujours (?:active|a l'etude|en cours)|n'est pas terminee|a ete (?:repoussee?"
         r"|reportee?)"
         r"|toujours pas tranche)\b"),
    ),
    "invite": (
        ("invit|convi|convoqu|attend|recu|propos|souhait|aimer|plaisir|ravi|desir", rf"\b(?:invit\w*|convi\w*"
         rf"|convoqu\w*|propos\w*"
         rf"|souhait\w*|aimer\w*|desir\w*|plaisir|ravi\w*|serez|sera)\b.{{0,70}}\b{_MEET}"),
        ("vous voir|vous entendre|vous rencontrer|vous recevoir|te rencontrer|te voir|vous parler"
         "|faire votre connaissance|echanger "
         "avec|discuter|s'appelle|attend", r"\b(?:vous|te) (?:voir|entendre|rencontrer|recevoir|parler)\b"
         r"|\bfaire (?:votre|ta|plus "
         r"ample) connaissance\b|\b(?:echanger|discuter|s'entretenir)\b.{0,20}\bavec (?:vous|toi)\b"
         r"|\bvous (?:\w+ )?(?:etes|serez) "
         r"(?:attendue?|recue?|auditionnee?|convoquee?)\b|\bvous attend\w*\b"),
        ("presenter", r"\b(?:vous|a vous) y? ?presenter (?:le|devant|jeudi|lundi|mardi|mercredi|vendredi|a l)"),
        ("passer|passez|venez|viens|venir", r"\b(?:passez|venez|viens|pouvez-vous (?:passer|venir)|venir (?:me|nous"
         r"|visiter))\b"),
    ),
    "interview": (("entretien|entrevue|audition|oral|essai|visio|rencontre|appel|rdv|rendez", rf"\b(?:{_MEET}"
         rf"|rdv)\b"),),
    "scheduling": (
        ("disponib|dispo|libre|creneau|plage|convien|arrang|horaire|quand|quel jour|va pour"
         "|ok pour", r"\b(?:seriez-vous|etes-vous"
         r"|serais-tu|es-tu|vous seriez|tu es) (?:\w+ )?(?:disponible|libre|dispo|joignable)\b|\bcreneaux?\b"
         r"|\bplages?\b|\b(?:vous"
         r"|te|t') ?(?:conviendr\w*|convien\w*|arrang\w*|irait|va)\b|\bvos dispo\w*\b|\bvos disponibilites\b|\bquand "
         r"(?:pou\w*|seriez|etes)\b|\bpouvez-vous vous liberer\b"),
    ),
    "reschedule": (("report|decal|deplac|annul|passe de|a la place|repouss", r"\b(?:reporter|report de|decaler"
         r"|decalee?|deplacee?"
                    r"|repoussee?|a la place d[ue]|nouvelle date|autre creneau|passe d\w+ \d+)\b"),),
    "assessment": (
        ("test|exercice|epreuve|questionnaire|evaluation|cas|inventaire|brief|video|examen", r"\b(?:tests?"
         r"|epreuve (?:\w+ )?(?:ecrite"
         r"|pratique|professionnelle)|questionnaire|inventaire|evaluations? (?:en ligne|de code|technique\w*)"
         r"|cas (?:pratique|data)"
         r"|etude de cas|examen\w* (?:de|ecrit)|mini.etude|entretien (?:video )?differe|fiche de (?:seance"
         r"|sequence)|exercice\w*)\b"),
        ("realiser|rediger|complet|passer|effectuer|renvoyer|retourner|enregistr|repondr|rempli"
         "|prepar", r"\b(?:merci de|veuillez"
         r"|pourriez-vous|prions d[e']|invit\w* a|demand\w* d[e']|devez|devrez|a realiser"
         r"|a completer)\b.{0,70}\b(?:realiser"
         r"|rediger|completer|passer|effectuer|renvoyer|retourner|enregistrer|repondre|remplir|preparer|analyser"
         r"|transcrire)"),
    ),
    "offer": (
        ("propos|offr|offre|engag|embauch|prends|recrut|contrat|poste est|confie", r"\b(?:vous|te|t') ?(?:propos\w*"
         r"|offr\w*|"
         r"embauch\w*|engag\w*|prends|prenons|recrut\w*|confi\w*)\b.{0,60}\b(?:poste|contrat|cdi|cdd|emploi"
         r"|embauche|stage|mission"
         r"|apprentissage|comme|en qualite)"),
        ("poste est|engagement|embauche|lettre d'engagement|promesse", r"\b(?:poste (?:\w+ )?est a (?:vous|toi)"
         r"|votre (?:engagement"
         r"|embauche|recrutement)\b.{0,40}\b(?:confirme|acte\w*|accepte|est|en)|lettre d'engagement|promesse|offre "
         r"(?:conditionnelle|d'embauche|d'emploi (?:-|a ete|r-|emise))|proposition d(?:'embauche|e (?:contrat"
         r"|recrutement))"
         r"|contrat (?:de travail )?(?:a signer|est pret|ci-joint))\b"),
        ("rejoign|bienvenue|integrer", r"\b(?:rejoignez-nous|que (?:vous rejoigniez|tu rejoignes)"
         r"|vous voir integrer|bienvenue (?:dans"
         r"|parmi|a bord|chez))\b"),
    ),
    "pay_and_start": (("cdi|cdd|brut|net|smic|temps p|mois|demarr|heure|prime", r"\b(?:cdi|cdd|smic|brut\w*|nets?"
         r"|temps (?:plein"
                       r"|partiel|complet)|mi-temps|prise de fonctions?|entree en (?:service|fonction)"
         r"|renouvelable)\b"),),
    "profile_seen": (("profil|parcours|cv|nom|conseils|contacte|contact avec", r"\b(?:votre|ton|vos) (?:profil"
         r"|parcours|cv|nom"
                      r"|experience|portfolio|passage)\b.{0,60}\b(?:correspond|attention|repere|retenu"
         r"|selectionn\w*|consult\w*|vu"
                      r"|proche|pile|interess\w*|serait|circule|suggere\w*|glisse|matche)"
         r"|\bje me permets (?:donc )?de (?:vous"
                      r"|prendre|revenir)\b|\bje vous contacte\b|\b(?:pense|songe) a (?:vous|toi)\b"),),
    "open_to": (("tente|dirait|interess|ecoute|ouvert|envie|curieu|convenir|bouger|evoluer", r"\b(?:vous|te|t'"
         r"|ca) ?(?:tente\w*"
                 r"|dirait|interess\w*|plairait)\b|\b(?:seriez-vous|etes-vous|serais-tu|es-tu"
         r"|t'es) (?:\w+ )?(?:interesse\w*|ouvert\w*"
                 r"|a l'ecoute|en recherche|curieu\w*|tente\w*)\b|\bauriez-vous envie\b|\baurais pas envie\b"
         r"|\bcela (?:peut|pourrait) "
                 r"vous\b|\bet si (?:vous|on|nous)\b"),),
    "job_pitch": (("cherch|recherch|recrut|mandat|client|ouvr|libere|cre|vacance", r"\b(?:je|on|nous"
         r"|moi je) (?:\w+ )?(?:re)?cherch\w+"
                   r"\b|\bmandates?\b|\b(?:je|on|nous) (?:\w+ )?(?:recrut|embauch|mont|cre|ouvr"
         r"|constitu)\w*\b.{0,40}\b(?:equipe|poste"
                   r"|une?|un|deux)\b|\bplace se libere\b|\bun(?:e)? de nos clients?\b|\bposte de\b|\bh/f\b"
         r"|\bf/h\b"),),
    "other_world": (("bail|locat|appartement|pret|credit|parcoursup|master|concours|marche|lot|subvention|adoption"
         "|licence|sinistre",
                     r"\b(?:bail|appartement|proprietaire|emprunt|pret immobilier|parcoursup|licence|master"
         r"|inscription en|marche public"
                     r"|appel d'offres|soumissionnaire\w*|sinistre|indemnis\w*|carte bancaire|article|revue"
         r"|relecteur\w*|titre de "
                     r"sejour|prefecture|caf|adoption|ecole|rentree scolaire|salle|location)\b"),),
}  # fmt: skip
