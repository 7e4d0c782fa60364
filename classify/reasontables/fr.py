"""The reasons of rejections in French: reason → patterns, for folded text."""

from store.vocabulary import RejectionReason as R

RULES: tuple[tuple[R, tuple[str, ...]], ...] = (
    (
        R.ROLE_FROZEN,
        (
            r"\b(?:gel (?:\w+ )?(?:des|du|d'|de|sur les|de toutes les) ?(?:nos )?(?:embauches?|recrutements?|postes?)|"
            r"(?:recrutement|embauche|poste|processus|offre)\w*\b.{0,40}\b(?:gele\w*|suspendu\w*|en pause|en suspens|"
            r"reporte\w*|differe\w*|ajourne\w*|a l'arret)|(?:suspend\w*|gel\w+|report\w+|stopp\w+|arret\w+|differ\w+|"
            r"mettre en pause|mis\w* en pause) (?:\w+ ){0,2}(?:(?:le|les|ce|nos|tous nos|toutes nos|tous les|l')? "
            r"?(?:recrutement|embauche|processus)\w*)|plan d'economies?|jusqu'a nouvel ordre)\b",
            r"\b(?:a|ont|est|sont|avons|va|vient de) (?:\w+ ){0,2}(?:gele\w*|suspend\w*|stopp\w*|report\w*|differ\w*|"
            r"mis\w* en (?:pause|suspens|attente)) (?:\w+ ){0,3}(?:recrutement|embauche|poste|processus|creation)\w*",
            r"\b(?:recrutement|embauche|poste)s?\b.{0,30}\b(?:gel|en suspens|en attente|a l'arret|suspendu\w*|gele\w*|"
            r"reporte\w*)\b",
            r"\b(?:budget|financement|credits?|subvention|enveloppe)\b.{0,50}\b(?:bloque\w*|gele\w*|pris du retard|"
            r"reporte\w*|pas encore|coupe\w*|reduit\w*|en attente)\b",
        ),
    ),
    (
        R.INTERNAL_CANDIDATE,
        (
            r"\b(?:pourvu\w* en interne|candidat\w* interne\w*|mobilite interne|promotion interne|solution interne|en "
            r"interne|recrute\w* interne|profil interne|(?:collegue|collaborat\w+|salarie\w*|personne|candidat\w*) "
            r"(?:de la maison|deja (?:en poste|dans l'entreprise|presente?|chez nous)|de (?:l'|notre )(?:equipe|"
            r"entreprise|etablissement)))\b",
            r"\b(?:agent|collegue|salarie\w*|collaborat\w+|personne|titulaire) (?:du|de notre|de la|de l'|deja dans "
            r"le|en poste dans le) ?(?:service|magasin|equipe|maison|etablissement|mairie|hopital|entreprise|"
            r"structure)\b",
            r"\b(?:assurait|assure|occupait|tenait) (?:deja )?(?:l'interim|le poste|ces fonctions|le remplacement)\b",
            r"\bpersonne de chez nous\b",
            r"\b(?:par voie|a l')[ ]?interne\b",
            r"\b(?:mutation|mobilite|redeploiement) interne\b",
        ),
    ),
    (
        R.ROLE_CANCELLED,
        (
            r"\b(?:poste|recrutement|offre)\b.{0,40}\b(?:annule\w*|supprime\w*|retire\w*|plus d'actualite|n'existe "
            r"plus|abandonne\w*|sans suite)",
            r"\b(?:renonc\w+|abandonn\w+|annul\w+) (?:a |au )?(?:cette embauche|ce recrutement|ce poste|le "
            r"recrutement|l'embauche|recrutement|projet de recrutement)",
            r"\b(?:poste|recrutement|projet|mission|offre|ouverture)\b.{0,50}\b(?:annule\w*|supprime\w*|retire\w*|"
            r"abandonne\w*|ne (?:se fera|verra|sera) pas|n'aura pas lieu|clos sans|tombe a l'eau)\b",
            r"\b(?:reorganisation|restructuration|faute de (?:budget|subvention|financement|credits))\b",
        ),
    ),
    (
        R.CAPACITY,
        (
            r"\b(?:places|groupe|promotion|classe|sessions?|effectif\w*|planning)\b.{0,50}\b(?:prises?|completes?|"
            r"complet|pleine?s?|attribuees?|pourvues?|occupees?|plus disponibles?)\b(?! \w+ (?:interne|un ))",
            r"\b(?:plus|pas|aucune) (?:de |d'autres? )?(?:places?|disponibilites?|capacite\w*)\b",
            r"\b(?:sommes|est|sont) (?:deja )?(?:complets?|complete|au complet)\b",
            r"\bne (?:peux|pouvons) (?:\w+ )?(?:encadrer|accueillir|prendre) (?:plus|davantage|personne|un\w* autre)\b",
        ),
    ),
    (
        R.ROLE_FILLED,
        (
            r"\b(?:poste|place|offre|mission|emploi|stage)s?\b(?:(?!\b(?:non|pas|pourvoir)\b).){0,40}\b(?:pourvue?s?|"
            r"attribue\w*|comble\w*|plus (?:disponible|vacant|libre|a pourvoir))",
            r"\b(?:pourvu|attribue|comble) (?:le|ce|cette|la|notre) (?:poste|place|offre|mission)",
            r"\b(?:poste|place|offre|mission|emploi|stage|job)s?\b.{0,40}\b(?:deja (?:pris\w*|pourvue?|parti\w*|"
            r"attribue\w*)|(?:est|a ete|sont|ont ete|etait) (?:\w+ )?(?:pourvue?s?|pris\w*|attribue\w*|"
            r"parti\w*))\b(?! (?:a|en) (?:un|une|interne))",
            r"\b(?:avons|ai|a) (?:deja |finalement )?trouve (?:quelqu'un|notre|la personne|une? )",
            r"\bc'est (?:deja )?(?:pris|pourvu)\b",
        ),
    ),
    (
        R.COMPENSATION,
        (
            r"\bpretentions salariales\b.{0,50}\b(?:depass\w*|superieur\w*|au-dessus|au-dela)",
            r"\b(?:pretentions?|souhaits?|attentes?|demandes?|remuneration|salaire)\b.{0,60}\b(?:depass\w*|"
            r"superieur\w*|au-dessus|au-dela|trop (?:elev\w*|haut\w*|loin)|hors (?:de )?(?:notre|budget|grille)|pas "
            r"(?:nous )?aligner)\b",
            r"\b(?:enveloppe|grille|budget)\b.{0,50}\b(?:ne (?:permet|peut)|pas de marge|depass\w*|aucune marge)\b",
            r"\b(?:pas|aucune) (?:de )?marge (?:sur|de manoeuvre)",
        ),
    ),
    (
        R.ELIGIBILITY,
        (
            r"\b(?:titre de sejour|autorisation de travail|permis de travail|visa|nationalite|habilitation|age limite|"
            r"limite d'age|moins de (?:\w+|\d+) ans|inscrit\w* (?:a|en)|domicilie\w*|resid\w+)\b.{0,80}\b(?:ne|pas|"
            r"plus|sans|exige\w*|impos\w*|reserve\w*|seul\w*|donc)\b",
            r"\b(?:sans|pas de|faute de|n'avez pas|ne disposez pas d\w*)\b.{0,40}\b(?:titre de sejour|autorisation de "
            r"travail|permis de travail|visa|nationalite)\b",
            r"\b(?:reserve\w*|ouvert\w*) (?:uniquement |exclusivement |seulement )?aux? (?:\w+ )?(?:etudiant|resident|"
            r"ressortissant|personnes|candidats (?:residant|ayant|inscrits)|moins)\w*",
            r"\b(?:trop (?:loin|eloigne\w*)) (?:du|de la|de notre) (?:site|lieu|magasin|bureau)",
        ),
    ),
    (
        R.MISSING_REQUIREMENT,
        (
            r"\b(?:l'absence|manque|ne disposez pas|n'avez pas)\b.{0,50}\b(?:experience|diplome|permis|"
            r"qualification\w*)\b",
            r"\b(?:exige|exigent|requiert|requis\w*|obligatoire|indispensable|imperatif|il (?:nous )?faut|impose|"
            r"minimum|minimale?|(?:poste|client\w*|fonction|mission) demande)\b.{0,90}\b(?:vous (?:en |ne |n')?(?:l'|"
            r"le |la |les )?(?:avez|n'avez|etes|possedez|detenez|justifiez)|votre (?:experience|niveau|diplome)|ce "
            r"n'est pas|sans)\b",
            r"\b(?:l'absence|faute|manque|sans|ne disposez pas|n'avez pas|ne possedez pas|ne justifiez "
            r"pas)\b.{0,50}\b(?:experience|diplome|permis|qualification\w*|certificat\w*|caces|habilitation|niveau|"
            r"formation|titre|langue|anglais|allemand|espagnol)\b",
            r"\b(?:experience|diplome|permis|niveau|formation|anglais|pratique)\b.{0,40}\b(?:insuffisan\w*|ne "
            r"suffi\w*|trop (?:court\w*|faible\w*|leger\w*)|fait defaut|manqu\w*)\b",
            r"\b(?:cherch\w+|souhait\w+|voul\w+) (?:\w+ )?(?:quelqu'un|une personne|un profil)\b.{0,40}\b(?:avec|"
            r"ayant|qui ait|justifiant|disposant)\b",
        ),
    ),
    (
        R.INTERVIEW_OUTCOME,
        (
            r"\b(?:entretien|essai|tests?|epreuve|exercice|mise en situation|presentation|reponses?|etude de cas|oral|"
            r"cours)\b.{0,90}\b(?:trop (?:lent\w*|court\w*|theorique\w*|vagu\w*|general\w*|hesitant\w*|peu)|pas "
            r"(?:convainc\w*|suffi\w*|atteint|a la hauteur|assez)|insuffisan\w*|manqu\w*|lacunes?|faibles?|erreurs?|"
            r"hesitations?|echoue\w*|en dessous|n'ont pas)\b",
            r"\b(?:note|score|resultats?)\b.{0,40}\b(?:insuffisan\w*|inferieur\w*|en dessous|n'atteign\w*|pas "
            r"atteint)\b",
        ),
    ),
    (
        R.OTHER_CANDIDATE,
        (
            r"\b(?:retenu|choisi|poursuivre|privilegie\w*|porte sur|continuer|faveur d\w*)\b.{0,40}\b(?:d'autres?|"
            r"une?e? autre) (?:candidat\w*|profil\w*|personne)",
            r"\bd'autres (?:candidat\w*|profils)\b.{0,60}\bplus (?:proche|en adequation)",
            r"\bplus (?:proche|en adequation)",
            r"\b(?:donne la preference a|choix sur|prefere) (?:une?e?|des) (?:autre )?(?:candidat\w*|personne|"
            r"consoeur|confrere)",
            r"\ba retenu un autre",
            r"\bl'autre finaliste",
            r"\bprivilegie une personne",
            r"\b(?:choisi|retenu|recrute|embauche|selectionne|pris|prefere|privilegie|opte pour|choix (?:s'est porte "
            r")?(?:sur|pour)|accord\w+ (?:le|la) \w+ a|confier? (?:le|ce) poste a|propose (?:le|ce) poste a|attribue "
            r"(?:le|ce) poste a|donne (?:le|ce) poste a) (?:(?!(?:votre|ta|vos|bonne|aucun\w*)\b)\w+ ){0,3}(?:l'|d'|"
            r"qu')?(?:autre|une personne|la personne|candidate?s?|profils?|quelqu'un|collegue|dame|jeune|"
            r"professionnel\w*)\b",
            r"\b(?:d'autres?|un autre|une autre|l'autre|certain\w*) (?:candidat\w*|profil\w*|personne\w*|dossier\w*|"
            r"finaliste|postulant\w*)\b.{0,70}\b(?:plus|mieux|davantage|poursui\w+|retenu\w*|choisi\w*|proche\w*|"
            r"commencer\w*|preference|repond\w*|correspond\w*|accept\w*|l'emport\w*|convaincu\w*)\b",
            r"\b(?:poursuivre|poursuivons|continuer|continuons|avancer|avancons|aller plus loin) (?:\w+ ){0,3}avec "
            r"(?:\w+ )?(?:d'autres|un autre|une autre|celles-ci|ceux-ci|des candidat\w*|des profils)\b",
            r"\bquelqu'un d'autre\b",
            r"\b(?:preference|faveur) (?:a|d'|de|est allee a) ?(?:un|une|quelqu)\b",
            r"\bprofils? (?:\w+ )?plus (?:proches?|adaptes?|experimentes?|seniors?)\b",
        ),
    ),
    (
        R.FIT_GENERAL,
        (
            r"\bne correspond\w* pas\b",
            r"\bne correspond\w*\b.{0,20}\bpas\b",
            r"\b(?:profil|parcours|experience|candidature|cv|style|univers)\b.{0,60}\b(?:ne (?:\w+ )?(?:correspond\w*|"
            r"colle\w*|cadre\w*|repond\w*|convien\w*|rejoint)|pas (?:vraiment |tout a fait |assez |completement "
            r")?(?:en adequation|adapte\w*|en phase|au besoin)|trop (?:eloigne\w*|loin|senior|junior)|tourne\w* vers|"
            r"surqualifie\w*)",
            r"\b(?:ne|n'est|ne sommes|n'etes) (?:\w+ ){0,2}pas (?:\w+ ){0,3}(?:fait\w* (?:l'un|pour)|en adequation|en "
            r"phase|la bonne personne|le profil|le bon)\b",
            r"\bsurqualifie\w*\b",
            r"\bmanque d'adequation\b",
        ),
    ),
)
