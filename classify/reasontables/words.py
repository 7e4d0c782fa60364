"""The words that several patterns of the reasons share, for folded English."""

ROLE = (
    r"(?:positions?|roles?|vacanc(?:y|ies)|posts?|jobs?|openings?|requisitions?|reqs?|places?|seats?|shifts?|slots?|"
    r"spots?|opportunit(?:y|ies)|internships?|contracts?|gigs?|postings?|apprenticeships?)"
)
ANOTHER = (
    r"(?:(?:an)?other|different|stronger|preferred|better[- ]suited|more suitable|more experienced) "
    r"(?:\w+ ){0,2}(?:candidates?|applicants?|persons?|people|individuals?|finalists?)"
)
PAPER = (
    r"(?:years?(?:'|\b)|degree|licen[cs]e|certificat\w+|registration|qualifications?|diploma|fluen\w+|"
    r"(?:required|necessary|relevant|enough|sufficient|that|this) (?:\w+ )?experience)"
)
"""A proof of what one can do."""
