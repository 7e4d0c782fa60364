"""Invented employers, people and mails in four languages, from which example replies are written.

All of them live on .example domains (RFC 2606); nothing here is anybody's mail.
"""

from dataclasses import dataclass
from types import MappingProxyType

from store.records import Address


@dataclass(frozen=True, slots=True)
class World:
    """One language's employer: who writes there, how they frame a mail politely and familiarly, what they say.

    ``frames`` are the polite and the familiar one; ``{}`` in them is what the mail is about. ``says`` are these words
    by kind of mail.
    """

    language: str
    company: str
    role: str
    zone: str
    country: str
    writer: Address
    agent: Address
    subject: str
    approach: str
    """The subject of an approach."""
    looking_for: str
    frames: tuple[str, str]
    says: MappingProxyType[str, str]


ENGLISH = World(
    language="en",
    company="Northwind Textiles",
    role="Data Analyst",
    zone="Europe/London",
    country="GB",
    writer=Address("Dana Whitfield", "dana.whitfield@northwind.example"),
    agent=Address("Priya Raman", "priya.raman@lark-search.example"),
    subject="Your application as Data Analyst",
    approach="A role as Data Analyst",
    looking_for="a senior analyst role with a small team, remote or near Leeds",
    frames=(
        "Dear Alex Morgan,\n\n{}\n\nKind regards\nDana Whitfield",
        "Hi Alex,\n\n{}\n\nBest wishes\nDana",
    ),
    says=MappingProxyType(
        {
            "receipt": "Thank you for applying. We have received your application.",
            "word": "We are looking at the applications at present.",
            "invitation": "We would like to talk with you.",
            "times": "We would like to talk with you. When are you free?",
            "request": "Could you send us your salary expectations and your notice period?",
            "papers": "Could you please send us your references and certificates?",
            "task": "Attached is our task for you. Please send it back by the day we named.",
            "offer": "We are happy to offer you the position.",
            "rejection": "We have decided to go with another candidate.",
            "approach": "We are looking for a Data Analyst for a client. Would you be open to hearing more?",
            "approach_call": "We have a fully remote role for a Data Analyst, paid £52k. "
            "Could we speak on the phone? Please send me your CV.",
        }
    ),
)
GERMAN = World(
    language="de",
    company="Hafen & Pinie",
    role="Projektkoordination",
    zone="Europe/Berlin",
    country="DE",
    writer=Address("Jonas Berg", "jonas.berg@hafen-pinie.example"),
    agent=Address("Mira Lindner", "mira.lindner@kranich-suche.example"),
    subject="Ihre Bewerbung Projektkoordination",
    approach="Projektkoordination in Leipzig",
    looking_for="eine Projektleitung in Teilzeit, vor Ort in Leipzig oder ortsunabhängig",
    frames=(
        "Guten Tag Alex Morgan,\n\n{} Wir freuen uns über Ihre Antwort.\n\nMit freundlichen Grüßen\nJonas Berg",
        "Hallo Alex,\n\n{} Wir freuen uns, von dir zu hören.\n\nViele Grüße\nJonas",
    ),
    says=MappingProxyType(
        {
            "receipt": "Die Bewerbung ist eingegangen.",
            "word": "Die Unterlagen werden gerade gesichtet.",
            "invitation": "Gern möchten wir ein Gespräch führen.",
            "times": "Gern möchten wir ein Gespräch führen. Welche Terminvorschläge gibt es?",
            "request": "Bitte nennen: Gehaltsvorstellung und Kündigungsfrist?",
            "papers": "Bitte senden: Referenzen und Zeugnisse, geht das?",
            "task": "Anbei die Testaufgabe mit dem genannten Abgabetag.",
            "offer": "Wir bieten die Stelle gern an.",
            "rejection": "Wir haben uns anders entschieden.",
            "approach": "Für einen Kunden suchen wir eine Projektkoordination. Besteht Interesse?",
            "approach_call": "Wir haben eine Stelle im Homeoffice, Gehalt 60.000 Euro. "
            "Passt ein Telefonat? Bitte den Lebenslauf senden.",
        }
    ),
)
FRENCH = World(
    language="fr",
    company="Port & Pinède",
    role="Analyste de données",
    zone="Europe/Paris",
    country="FR",
    writer=Address("Claire Martin", "claire.martin@port-pinede.example"),
    agent=Address("Hugo Lambert", "hugo.lambert@courlis-recherche.example"),
    subject="Votre candidature Analyste de données",
    approach="Un poste d’analyse de données",
    looking_for="un poste d’analyste dans une petite équipe, à Lyon ou à distance",
    frames=(
        "Bonjour Alex Morgan,\n\n{} Nous attendons votre réponse.\n\nCordialement\nClaire Martin",
        "Bonjour Alex,\n\n{} Nous attendons ta réponse.\n\nÀ bientôt\nClaire",
    ),
    says=MappingProxyType(
        {
            "receipt": "Le dossier est bien arrivé.",
            "word": "Les dossiers sont en cours de lecture.",
            "invitation": "Un entretien est proposé.",
            "times": "Un entretien est proposé. Quelles disponibilités ?",
            "request": "Quelles sont les prétentions salariales et le préavis ?",
            "papers": "Merci de transmettre les références et les diplômes ?",
            "task": "Ci-joint le test technique, avec la date de remise.",
            "offer": "Le poste est proposé.",
            "rejection": "Le choix s’est porté ailleurs.",
            "approach": "Nous cherchons une personne pour l’analyse de données. Est-ce un sujet ?",
            "approach_call": "Un poste en télétravail, salaire de 48 k€. "
            "Un échange au téléphone est-il possible ? Merci d’envoyer le CV.",
        }
    ),
)
SPANISH = World(
    language="es",
    company="Puerto & Pinar",
    role="Analista de datos",
    zone="Europe/Madrid",
    country="ES",
    writer=Address("Lucía Ferrer", "lucia.ferrer@puerto-pinar.example"),
    agent=Address("Marta Soler", "marta.soler@alondra-seleccion.example"),
    subject="Su candidatura Analista de datos",
    approach="Un puesto de análisis de datos",
    looking_for="un puesto de análisis en un equipo pequeño, en Sevilla o a distancia",
    frames=(
        "Buenos días, Alex Morgan:\n\n{} Esperamos su respuesta.\n\nUn cordial saludo\nLucía Ferrer",
        "Hola, Alex:\n\n{} Esperamos tu respuesta.\n\nUn saludo\nLucía",
    ),
    says=MappingProxyType(
        {
            "receipt": "La candidatura ha llegado.",
            "word": "Las candidaturas están en revisión.",
            "invitation": "Queremos proponer una entrevista.",
            "times": "Queremos proponer una entrevista. ¿Qué disponibilidad hay?",
            "request": "¿Cuáles son las expectativas salariales y el preaviso?",
            "papers": "¿Es posible enviar las referencias y los certificados?",
            "task": "Adjuntamos la prueba técnica con la fecha de entrega.",
            "offer": "Ofrecemos el puesto.",
            "rejection": "Hemos elegido a otra persona.",
            "approach": "Buscamos un perfil de análisis de datos para un cliente. ¿Es de interés?",
            "approach_call": "Es un puesto en remoto con salario de 42.000 €. "
            "¿Es posible una llamada? Por favor, enviar el CV.",
        }
    ),
)
WORLDS = MappingProxyType({each.language: each for each in (ENGLISH, GERMAN, FRENCH, SPANISH)})
"""By language code."""
