"""The phrases behind ``progress.py``: what own mail does, and what tells that a test is done or a question asked."""

import re

APPLYING = re.compile(
    r"\b(i am applying|i'm applying|i would like to apply|i'd like to apply|my application for|apply for the|"
    r"application for the|attached (?:is|are|you will find) my|my (?:cv|resume|résumé)|bewerbe ich mich|"
    r"meine bewerbung|bewerbungsunterlagen|je (?:vous )?(?:présente|soumets|adresse) ma candidature|ma candidature|"
    r"me permets de postuler|mi candidatura|adjunto mi (?:cv|currículum)|presentar mi candidatura)\b",
    re.IGNORECASE,
)
WITHDRAWING = re.compile(
    r"\b(withdraw(?:ing)? (?:my|from)|no longer (?:wish|want) to be considered|take me out of|remove me from "
    r"consideration|accepted another (?:offer|position|role)|ziehe (?:ich )?meine bewerbung|bewerbung zurück\w*|"
    r"retir(?:e|er) ma candidature|retirar mi candidatura)\b",
    re.IGNORECASE,
)
CHASING = re.compile(
    r"\b(follow(?:ing)?[- ]up|check(?:ing)? in|any (?:news|update)|an update on|status of|where (?:things|you) stand|"
    r"wonder(?:ed|ing)? (?:if|whether|how)|have you (?:had|been able|reached|made)|still (?:open|interested|under)|"
    r"still (?:very|keenly) interested|timeline|next steps|last note|not heard|haven't heard|"
    r"nachfrag\w*|nachfassen|stand (?:der|des|meiner)|rückmeldung|zwischenstand|"
    r"relanc\w*|où en est|suite (?:à|de) ma candidature|des nouvelles|sans nouvelles|"
    r"seguimiento|estado de|alguna novedad|novedades)\b",
    re.IGNORECASE,
)
THANKING = re.compile(
    r"\b(thank(?:s| you)|danke|vielen dank|dank(?:e)? für|merci|gracias)\b",
    re.IGNORECASE,
)
HANDING_IN = re.compile(
    r"\b(my (?:solution|submission|assignment|task|test)|attached (?:is|are) (?:my|the) (?:solution|assignment|task)|"
    r"completed the|have (?:completed|submitted|finished)|abgabe|meine lösung|lösung der aufgabe|ma solution|"
    r"mi solución|he completado|j'ai (?:terminé|complété))\b",
    re.IGNORECASE,
)
HANDED_IN = re.compile(
    r"\b(?:assessment|test|challenge|assignment|task|submission|solution|interview|questionnaire|aufgabe|épreuve|"
    r"prueba)"
    r"\b[^.]{0,60}\b(?:complete[d]?|submitted|received|eingegangen|erhalten|reçu\w*|recibid\w*)\b"
    r"|\b(?:completed|submitted|received)\b[^.]{0,40}\b(?:assessment|test|challenge|assignment|task|solution)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:assessment|test|challenge|assignment|task|questionnaire|interview) (?:has been |was |is )?(?:now )?"
    r"(?:completed|submitted|received)\b|\byou(?:'ve| have) (?:now |successfully )?(?:completed|submitted|finished)\b|"
    r"\b(?:test|aufgabe|bearbeitung)\b[^.]{0,40}\b(?:abgeschlossen|eingegangen)\b|"
    r"\b(?:test|évaluation|épreuve)\b[^.]{0,40}\b(?:terminée?|bien reçue?)\b|"
    r"\b(?:prueba|evaluación|test)\b[^.]{0,40}\b(?:completad\w|recibid\w|enviad\w)\b",
    re.IGNORECASE,
)
"""Word that a test is done, where one was open; a second invitation to it says neither."""
ASKS_AGAIN = re.compile(
    r"\b(?:instead|move|moved|works?|suits?|manage|possible|convenient|make it|verschieben|passt|passen|décaler|"
    r"déplacer|"
    r"convient|conviendrait|possible|mover|cambiar|viene bien|vendría bien)\b[^.!?]*\?|"
    r"\b(?:please|kindly) (?:\w+ )?confirm\b|\bbitte (?:\w+ ){0,3}bestätigen\b|\bconfirmer\b|\bconfirm[ae]\w*,? por "
    r"favor\b",
    re.IGNORECASE,
)
"""A mail that answers ours and yet asks about the time once more."""
ASKS_AT_ALL = re.compile(
    r"\?|https?://|\blet (?:me|us) know\b|\bmelden sie sich\b|\b(?:send|share|give) (?:me|"
    r"us)\b",
    re.I,
)
