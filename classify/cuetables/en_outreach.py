"""English cues of mail that asks for interest in a job nobody applied for (``domain.md`` §3.1, §3.4)."""

_JOB = (
    r"(?:position|role|vacancy|post|job|opening|opportunit(?:y|ies)|requirement|contract|assignment|placement"
    r"|internship"
    r"|openings|positions|roles|jobs|vacancies|requirements|seat|shifts?)"
)
_WORDS = r"(?:[\w'&/+().,-]+ ){0,6}?"
_WE = r"(?:i|we|my client|our client|one of (?:my|our) clients|a client(?: of (?:mine|ours))?|they|my team|our team)"

OUTREACH: dict[str, tuple[tuple[str, str], ...]] = {
    "profile_seen": (
        ("your", r"\byour (?:\w+ ){0,3}(?:profile|background|experience|work|cv|resume|skills?|skillset|skill set"
                 r"|name|paper|portfolio|github|talk|deal list)\b.{0,60}\b(?:stood out|caught|impress\w*|looks?|line"
                 r"|great|strong|fit|suit\w*|interesting|came up|perfect|ideal|exactly|match\w*|relevant|align\w*"
                 r"|suggests?|made (?:me|us) think|on (?:linkedin|handshake|indeed|dice|monster|xing|github|the))\b"),
        ("came across|stumbled|found your|found you|saw|notic|spotted|finding|coming across|read your|looking at your"
         "|looked at your|viewed your|reviewed your|got your|have your|located your|picked up your",
         r"\b(?:came across|stumbled (?:on|upon|across)|found (?:your|you)|saw (?:that )?you|noticed (?:your|you|that"
         r" you|how)|spotted (?:your|you)|coming across|read your|(?:looked|looking) at your|viewed your (?:profile"
         r"|resume|cv)|reviewed your (?:profile|resume|cv)|(?:got|have|located|picked up) your (?:resume|cv"
         r"|profile))\b"),
        ("your name|your details|recommended|referred|nominated|thought of you|suggested you|in mind",
         r"\b(?:(?:pass|gave|given|passed|got|found|had|mention)\w* (?:\w+ ){0,2}your (?:name|details|number)|your name"
         r" (?:came|was|keeps)|(?:recommended|suggested|nominated|referred) you\b|thought of you|have been nominated"
         r"|you in mind|you were the first)\b"),
    ),
    "open_to": (
        ("open to|interest|looking|consider|explor|curious|tempt",
         r"\b(?:are|would|might|be|you're|wondering if|if|whether) (?:you )?(?:be |are |were )?(?:\w+ )?(?:open to"
         r"|up for"
         r"|interested(?: in)?|looking for|considering|exploring|curious|tempted)\b"),
        ("worth a|up for|pique|on the market|next move|new challenge|new opportunit|new role|interest you|any interest"
         "|fancy|appeal|of interest",
         r"\b(?:worth a (?:\w+ )?(?:chat|conversation|call|look)|pique\w* your|on the market|new (?:opportunit"
         r"|challenge"
         r"|role)\w*|next (?:move|role|step in your|chapter)|(?:could|can|would|might|may|to) (?:i )?(?:this"
         r" )?interest you"
         r"|any interest|take your fancy|appeals? to you|(?:is|be|are) of (?:any )?interest|any of (?:these|them)"
         r" appeal"
         r"|ever consider\w*|open to (?:a|hearing|new|chat\w*|explor\w*|discuss\w*|the idea))\b"),
        ("exciting|great|fantastic|unique|excellent|amazing|immediate|urgent",
         rf"\b(?:exciting|great|fantastic|unique|excellent|amazing|immediate|urgent) {_WORDS}"
         r"(?:opportunit\w+|openings?|requirements?|needs?|roles?|positions?)\b"),
        ("no thanks|not interested|not for you|not the right time|not looking|unsubscribe from|bad time",
         r"\b(?:no thanks|not interested|not (?:for you|the right time|a good time|looking)|if you'd rather not)\b"),
    ),
    "job_pitch": (
        ("recruit|hiring|look|search|seek|working|represent|support|sourcing|fill|trying|need|ha|got|run",
         rf"\b(?:{_WE}|i'm|we're|they're)(?: am| are| is|'m|'re|'s| have| has|'ve)?(?: been)?(?: (?:now|currently|also"
         rf"|urgently|actively|always|just))? (?:recruiting|hiring|looking (?:for|to (?:hire|add|fill|bring))"
         rf"|searching for"
         rf"|seeking|sourcing|trying to fill|filling|have an?|has an?|got|have {_WORDS}{_JOB}|needs?|in (?:urgent"
         rf" )?need"
         rf"|run\w* (?:a|the) search)\b"),
        ("client", r"\b(?:(?:my|our|a|one of (?:my|our)) (?:[\w-]+ ){0,3}clients?\b.{0,80}\b(?:looking|seek\w*|hiring"
                   rf"|need\w*|search\w*|requires?|opening|recruit\w*|interested in|{_JOB})|(?:with|for) (?:my|our"
                   rf"|one of"
                   r" (?:my|our)|a) (?:[\w-]+ ){0,3}clients?|direct client|end client|client:)\b"),
        ("opportunity|opening|role|position|job|vacanc|requirement",
         rf"\b(?:a|an|the|this|below|following|these|our|live|new|open|urgent|about an?|for an?)"
         rf" {_WORDS}{_JOB}\b.{{0,60}}"
         r"\b(?:may|might|could|would|that|which|i think|we think|i'd|you)\b.{0,25}\b(?:fit|suit|interest\w*"
         r"|match\w*|line"
         r"|perfect|great|ideal|like|enjoy|right|good)\b"),
        ("introduc|tell you|discuss|talk|speak|share|present|reach|writ|contact|connect|forward",
         rf"\b(?:introduc\w+|tell you (?:more )?about|discuss|talk (?:to you )?about|speak (?:to you )?about|share"
         rf"|present"
         rf"|reach(?:ed|ing)? out (?:to you )?(?:about|regarding|with|because|for)|(?:writing|written|write) (?:to"
         rf" you )?"
         rf"(?:about|regarding)|contacting you (?:about|regarding|for)|regarding) {_WORDS}{_JOB}\b"),
        ("rate|per day|ir35|w2|c2c|corp|1099|perm|an hour|per hour|/hr|salary|benefits|an annum|per annum",
         r"(?:\b(?:day rate|per day|(?:inside|outside) ir35|w2|c2c|corp[- ]to[- ]corp|1099|contract-to-hire|\d+[ -]?\+?"
         r" ?months?'? contract|contract role|rate expectations?|expected (?:rate|salary)|pay rate|salary range)\b"
         r"|/hr\b)"),
    ),
    "job_sheet": (
        ("responsib|requirement|must|nice to have|qualification|years|skills|what you'll|who you are|about the role"
         "|duties|experience",
         r"\b(?:responsibilities|requirements|qualifications|must[- ]haves?|nice[- ]to[- ]have|key skills|what"
         r" you'll do"
         r"|what you will do|who you are|about the (?:role|job|position)|duties|(?:required|mandatory|primary|top)"
         r" skills|required experience|\d\+? ?(?:-|to)? ?\d*\+? (?:years|yrs)(?:'|\b).{0,30}\b(?:experience|in|of"
         r"|with))\b"),
        ("title|location|duration|position|role|rate|visa|start|type|client|interview|experience|salary|hours|term",
         r"\b(?:job title|title|job location|location|duration|position|role|job role|rate|bill rate|visa|work"
         r" authorization|start date|job type|employment type|end client|interview mode|mode of interview|total"
         r" experience"
         r"|salary|term) ?[:–-]"),
        ("onsite|remote|hybrid|relocat|locals only|day one|clearance|citizen",
         r"\b(?:(?:fully |100% )?remote|hybrid|on-?site|locals? only|day (?:1|one) onsite|security clearance|us"
         r" citizens?"
         r"|no sponsorship|relocation)\b"),
    ),
    "put_forward": (
        ("cv|resume|profile", r"\b(?:(?:send|share|forward|submit|provide|attach|reply with|mail|drop|email|upload)\w*"
                              rf" {_WORDS}(?:cv|resume|profile|details)|(?:updated|latest|current|recent|word)"
                              rf" (?:copy of"
                              r" )?(?:your )?(?:cv|resume))\b"),
        ("know anyone|know of|knows|referr|refer |someone who|anyone who|pass this|pass it|share with|colleagues"
         "|network",
         r"\b(?:(?:know|knows) (?:of )?(?:anyone|someone|somebody)|refer(?:ral)? (?:bonus|fee|a friend|someone|anyone)"
         r"|(?:pass|forward|share) (?:this|it) (?:on |along )?(?:to|with) (?:anyone|someone|colleagues|your"
         r" network))\b"),
        ("job description|jd |put you forward|put yourself forward|submit you|apply|hat in the ring|becoming a"
         " candidate",
         r"\b(?:job description|jd (?:below|attached|is)|put (?:you|yourself|your name) forward|submit you"
         r"|(?:invite|like"
         r"|encourage|love|want) (?:you )?(?:to see you )?to (?:apply|put|throw|consider)|love to see you apply|hat"
         r" in the"
         r" ring|becoming a candidate|to apply for)\b"),
        ("chat|call|talk|conversation|minutes|coffee|connect",
         r"\b(?:(?:quick|short|brief|informal|introductory|confidential|exploratory|intro) (?:\w+ )?(?:chat|call|talk"
         r"|conversation|coffee)|happy to (?:share|tell|send|chat|talk|connect)|hop on a|grab (?:a|some) (?:coffee"
         r"|time)"
         r"|best (?:number|time) to (?:reach|call)|when can we (?:talk|speak))\b"),
    ),
}  # fmt: skip
