"""What the steps, ways in, reasons and waits are called in the figures."""

from classify.chanceprior import Step
from heardback.web.figures import Ground, Reached, Source

REACHED_WORDS: dict[Reached, str] = {
    Reached.APPLIED: "Applications",
    Reached.ANSWERED: "Answered by a person",
    Reached.TALKED: "A call or an interview",
    Reached.FINAL: "Final round",
    Reached.OFFERED: "Offer",
}
SOURCE_WORDS: dict[Source, str] = {
    Source.DIRECT: "Straight to the employer",
    Source.BOARD: "Through a job board",
    Source.OUTREACH: "A recruiter wrote first",
    Source.AGENCY: "Through an agency",
}
GROUND_WORDS: dict[Ground, str] = {
    Ground.ROLE: "Not about you: the position itself",
    Ground.TERMS: "Place, permit or pay",
    Ground.MATCH: "About the match",
    Ground.UNSAID: "Nothing was said",
}
STEP_WORDS: dict[Step, str] = {
    Step.APPLIED: "After applying, without a receipt",
    Step.RECEIPT: "After a receipt",
    Step.ASSESSMENT: "After an assessment",
    Step.ARRANGING: "While a talk is being arranged",
    Step.SCREENING: "After a first call",
    Step.INTERVIEW: "After an interview",
    Step.FINAL: "After a final round",
}
