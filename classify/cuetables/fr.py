"""French cues (``domain.md`` §3.6), over text without accents."""

from classify.cuetables.fr_phrases import PHRASES

_SHORT: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("suite", r"\b(?:ne|n'|pas|non|aucune)\b.{0,45}\bsuite(?: favorable| positive)?\b"),
        ("retenu|retenir|selectionn", r"(?:\bn[e']|\bpas\b|\bnon\b).{0,40}\b(?:retenu\w*|retenir|selectionn\w*)"),
        ("poursuiv|aller plus loin|donner|proposer|avancer|convoquer", r"\b(?:ne (?:pas |pourrons |pouvons "
             r"|souhaitons |sommes )?|pas )\b"
         r".{0,40}\b(?:poursuiv\w*|aller plus loin|avancer|convoquer|vous proposer (?:le|ce|un) (?:poste"
         r"|entretien))"),
        ("negativ|defavorable|reponse", r"\b(?:reponse|avis|decision|issue)\b.{0,20}\b(?:negativ\w*|defavorable\w*)"),
        ("correspond|adequation", r"\b(?:ne|n')\b.{0,25}\b(?:correspond\w*|adequation)"),
        ("rejet|ecart|refus", r"\b(?:candidature|dossier|profil)\b.{0,40}\b(?:rejete\w*|ecarte\w*|refuse\w*)"),
    ),
    "other_candidate": (
        ("autre|candidat|profil", r"\b(?:d'autres?|un autre|une autre|autre) (?:candidat\w*|profil\w*|personne)\b"),
        ("choix|porte|retenu|choisi|plus proche|davantage", r"\b(?:choix\b.{0,20}\bporte|(?:avons|a|ai) (?:\w+ "
             r")?(?:retenu|choisi|prefere|"
         r"privilegie)|plus (?:proche|en adequation|experiment\w*)|correspond\w* davantage)"),
    ),
    "role_closed": (
        ("pourvu|annul|suspend|gel|ferme|supprim|clos|actualite", r"\b(?:poste|recrutement|offre|mission"
             r"|processus|place)\b.{0,45}\b(?:pourvu\w*"
         r"|annule\w*|suspendu\w*|gele\w*|ferme\w*|supprime\w*|clos\w*|plus d'actualite|attribue\w*|en pause)"),
        ("gel des", r"\bgel des (?:embauches|recrutements)\b"),
    ),
    "keep_on_file": (("conserv|vivier|garder|gardons|base de", r"\b(?:conserv\w*|vivier|gard\w+)\b.{0,40}\b(?:cv"
    r"|candidature|dossier|coordonnees|"
                      r"profil|base)|\bvivier\b"),),
    "apology": (("malheureusement|regret|desole|navre|helas|excus|decu", r"\b(?:malheureusement|regret\w*"
    r"|desole\w*|navre\w*|helas|excus\w*)\b"),),
    "good_luck": (("bonne|succes|reussite|souhait|chance", r"\b(?:bonne (?:chance|continuation)|(?:plein|beaucoup"
    r"|bien) (?:de|du) (?:succes|reussite)"
                   r"|succes dans|plein succes|souhait\w*\b.{0,30}\b(?:reussite|succes|recherche\w*))"),),
    "receipt": (
        ("recu|reception|parvenu|enregistr|transmis|envoye", r"\b(?:bien (?:recu|enregistre|parvenu\w*"
             r"|transmis\w*)|accus\w+ (?:\w+ )?(?:de )?"
         r"reception|(?:candidature|dossier|cv|documents?)\b.{0,40}\b(?:recue?s?|parvenu\w*"
         r"|enregistree?s?|transmise?s?|envoyee?s?|arrivee?s?))"),
        ("recu|recep", r"\b(?:avons|ai|a) (?:bien )?(?:recu|receptionne)\b.{0,30}\b(?:candidature|cv|dossier"
             r"|lettre)"),
    ),
    "thanks": (("merci|remerci", r"\b(?:merci|remerci\w*)\b.{0,50}\b(?:candidature|interet|confiance|temps"
    r"|postule|cv)"),),
    "will_review": (
        ("etudi|examin|examen|analys|lecture|traite", r"\b(?:etudi\w+|examin\w+|examen|analys\w+|traite\w*"
             r"|prendre connaissance|a l'etude)\b"),
        ("reviend|contact|recontact|tenir|retour|delai|semaines|jours|reponse", r"\b(?:reviend\w*|recontact\w*"
             r"|contacter\w*|(?:tenir|tiendr\w*)\b"
         r".{0,15}\binforme\w*|dans (?:un|les) (?:\w+ )?(?:delai|jours|semaines)|sous \w+ (?:jours|semaines)"
         r"|retour)\b"),
    ),
    "answers_few": (("seul|sans reponse|sans nouvelle|nombre", r"\b(?:seul\w* les|sans (?:reponse|nouvelle"
    r"|retour)|(?:grand|tres grand) nombre de candidatur"
                     r"\w*)\b"),),
    "scheduling": (
        ("disponib|creneau|date|rendez-vous|convien|reserv", r"\b(?:disponib\w*|creneaux?|(?:fixer|convenir"
             r"|planifier|reserver|organiser|choisir|proposer)"
         r"\b.{0,25}\b(?:rendez-vous|date|entretien|appel|horaire|moment)|vous convien\w*|calendly|agenda)\b"),
    ),
    "invite": (
        ("invit|rencontr|convoqu|connaissance|recevoir|echanger", r"\b(?:(?:invit\w*|convi\w*"
             r"|convoqu\w*)\b.{0,50}\b(?:entretien\w*|rencontr\w*|echange\w*"
         r"|jury|journee)|(?:souhait\w*|aimerai\w*|serions|serais|plaisir|ravi\w*"
         r"|propos\w*)\b.{0,50}\b(?:rencontr\w*|connaissance|recevoir|echanger|"
         r"entretien|entendre))"),
        ("prochaine etape|deuxieme|second", r"\b(?:prochaine etape|deuxieme (?:tour|entretien)|second entretien)\b"),
    ),
    "interview": (("entretien|essai|echange|rencontre|visio", r"\b(?:entretien\w*|journee d'essai|echange "
    r"telephonique|visio\w*|rencontre)\b"),),
    "time_slot": (("lundi|mardi|mercredi|jeudi|vendredi|samedi|h", r"\b(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi)\b.{0,40}\b\d{1,2}|\b\d{1,2} ?h ?(?:\d\d)?"
                   r"\b"),),
    "booking": (
        ("confirm|rappel|aura lieu|lien", r"\b(?:confirm\w*|rappel\w*)\b.{0,50}\b(?:entretien|rendez-vous|echange"
             r"|rencontre)|\b(?:aura lieu|se tiendra|lien (?:teams"
         r"|zoom|de connexion|visio))\b"),
        ("quand :|lieu :|date :|heure :|quand:|lieu:|date:", r"^(?:quand|ou|lieu|date|heure|horaire) ?:"),
    ),
    "reschedule": (("report|decal|autre date|deplac|souffrant|malade|nouvelle date", r"\b(?:report\w*|decal\w*"
    r"|autre (?:date|creneau|jour)|deplac\w*|souffrant\w*"
                    r"|malade|nouvelle date)\b"),),
    "assessment": (
        ("test|exercice|evaluation|questionnaire|cas pratique|video|etude de cas|mise en situation",
             r"\b(?:test\w*|exercice\w*|evaluation\w* en ligne|questionnaire"
         r"|cas pratique|etude de cas|mise en situation|video differe\w*|entretien video differe)\b"),
        ("realiser|passer|complet|rendre", r"\b(?:realis\w*|pass\w+|complet\w*|rendre)\b.{0,30}\b(?:test|exercice"
             r"|evaluation|cas|questionnaire)"),
    ),
    "test_terms": (("minutes|valable|expire|avant le|lien|delai", r"\b(?:\d+ ?(?:minutes|min)|valable|expire\w*|a "
    r"rendre|date limite|lien)\b"),),
    "offer": (
        ("propos|offre|promesse|embauch|contrat|bienvenue", r"\b(?:(?:plaisir|heureu\w*|ravi\w*"
             r"|souhait\w*)\b.{0,40}\b(?:proposer|offrir|embaucher|confirmer votre|"
         r"accueillir)|promesse d'embauche|offre (?:d'embauche|ferme|definitive)|proposition (?:d'embauche|de "
         r"contrat)|bienvenue (?:dans|parmi|chez)|"
         r"votre contrat)\b"),
    ),
    "pay_and_start": (("salaire|brut|remuner|prise de poste|periode d'essai|conges|€|contrat|sign",
         r"(?:\b(?:salaire|brut\w*|remuneration|prise de (?:poste|fonction)"
                       r"|periode d'essai|conges|sign\w+ (?:le|du|electronique)|date d'entree|demarr\w*)\b|€)"),),
    "profile_seen": (("profil|parcours|tombe|decouvert|recommand|linkedin", r"\b(?:votre (?:profil|parcours"
    r"|experience)|tombe\w* sur|decouvert|m'a (?:parle|transmis)|"
                      r"recommand\w*|linkedin)\b"),),
    "open_to": (("ecoute|interess|opportunit|ouvert|changement|projet", r"\b(?:a l'ecoute|(?:nouvelle\w*|belle) "
    r"opportunit\w*|ouvert\w* a|seriez-vous|etes-vous (?:a|en|ouvert)"
                 r"|envie de (?:changer|bouger)|nouveau (?:defi|challenge|projet))"),),
    "job_pitch": (
        ("recherch|client|recrut|cabinet|chasseur", r"\b(?:(?:je|nous) (?:re)?cherch\w*|(?:mon|notre|un de nos) "
             r"client\w*|(?:je|nous) recrut\w*|cabinet de recrutement|"
         r"pour le compte)\b"),
        ("missions|profil recherche|tjm|teletravail|requis", r"\b(?:vos missions|missions|profil recherche|tjm"
             r"|teletravail|requis\w*|avantages)\b"),
    ),
    "incomplete": (("incomplet|finalis|complet|manqu|brouillon|termin", r"\b(?:incomplet\w*|finalis\w*|completer"
    r"|pieces? manquante\w*|brouillon|pas (?:encore )?"
                    r"(?:termine\w*|envoyee?))\b"),),
    "account": (("code|mot de passe|compte|connexion|identifiant", r"\b(?:code (?:de )?(?:verification|connexion"
    r"|securite)|votre code|mot de passe|(?:votre|un|espace) "
                 r"compte|identifiant\w*|connexion)\b"),),
    "job_alert": (("offres|alerte|consult|emplois", r"\b(?:nouvelles offres|alerte emploi|offres (?:d'emploi"
    r"|correspondant|pour)|a ete consulte\w*|a consulte|vos alertes)\b"),),
    "survey": (("sondage|enquete|avis|questionnaire de sat", r"\b(?:sondage|enquete|votre avis|satisfaction)\b"),),
    "promotion": (("newsletter|webinaire|desabonn|desinscri|salon|conseils|promo|remise", r"\b(?:newsletter"
    r"|webinaire\w*|desabonn\w*|desinscri\w*|salon|conseils|promo\w*|"
                   r"remise\w*|atelier\w*)\b"),),
    "trade": (("commande|livr|colis|facture|paiement|reservation|billet|medecin|banque", r"\b(?:commande\w*"
    r"|livraison\w*|livre\w*|colis|facture\w*|paiement\w*|reservation\w*"
               r"|billet\w*|prelevement\w*|rembours\w*|dentiste|releve)\b"),),
    "other_world": (("credit|pret|logement|locat|visa|inscription|assurance|bourse|manuscrit|subvention|creche"
    "|universit", r"\b(?:credit\w*|pret\b|logement\w*|locat\w*|visa|"
                     r"assurance\w*|bourse\w*|manuscrit\w*|subvention\w*|creche|parcoursup|universit\w*|appel "
                     r"d'offres)\b"),),
    "withdrawal": (("retir|retrait|desist", r"\b(?:retrait|retir\w+|desist\w*)\b"),),
    "own_words": (("je me permets|ma candidature|mon cv|ci-joint|je postule", r"\b(?:ma candidature|mon cv|je "
    r"postule|je vous (?:adresse|soumets)|ma lettre)\b"),),
    "employed": (("paie|bulletin|planning|reunion|mutuelle|integration|compte rendu", r"\b(?:bulletin de (?:paie"
    r"|salaire)|planning|reunion\w*|mutuelle|integration|compte rendu|"
                  r"badge)\b"),),
    "away": (("absen|conge|de retour|bureau", r"\b(?:absen(?:t|te|ce) (?:du bureau|jusqu\w*|et)|en conges?|de "
    r"retour le|message automatique)\b"),),
    "scam": (
        ("whatsapp|telegram", r"\b(?:whatsapp|telegram)\b"),
        ("par jour|sans experience|domicile|frais|piece d'identite|rib|crypto|cheque", r"\b(?:€ par jour|sans "
             r"experience|a domicile|frais de|piece d'identite|rib\b|crypto\w*|"
         r"cheque|cartes? cadeaux?)\b"),
    ),
}  # fmt: skip

TABLE = {family: _SHORT.get(family, ()) + PHRASES.get(family, ()) for family in (*_SHORT, *PHRASES)}
