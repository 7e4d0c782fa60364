"""English cues of the mail around applications: notices, promotion, trade, other worlds, scams."""

_OTHER_WORLD = (
    r"(?:credit card|loan|mortgage|visa|passport|tenancy|insurance|policy|admission|school place|bursary|grant|"
    r"manuscript|paper|abstract|tender|bid|membership|planning|allotment|scholarship|permit|benefit|claim)"
)

AROUND: dict[str, tuple[tuple[str, str], ...]] = {
    "incomplete": (
        ("complet|finish|incomplete|draft|unfinished|continue|submitted|pick up", r"\b(?:(?:complete|finish"
             r"|continue|resume) "
         r"(?:your|the) (?:\w+ )?(?:application|profile|form)|incomplete|unfinished|(?:saved|left) (?:\w+ )?(?:as "
         r"a )?draft|"
         r"draft application|(?:not|n't) (?:yet )?(?:been )?(?:submitted|completed|finished)|pick up where|left "
         r"off)\b"),
        ("missing|almost|nearly", r"\b(?:almost (?:there|done)|nearly (?:there|done)|missing (?:information"
             r"|document|section|"
         r"attachment)|not (?:yet )?submitted)\b"),
    ),
    "account": (
        ("code|password|verify|sign|log|account|confirm your", r"\b(?:(?:verification|security|sign-in|one-time"
             r"|access|login) "
         r"(?:code|link|passcode|password)|verify your|reset (?:your )?password|password|confirm your (?:e-?mail"
         r"|address|"
         r"account)|(?:created|activate|new) (?:\w+ )?account|username|log ?in|sign(?:ed)? in)\b"),
    ),
    "job_alert": (
        ("new job|jobs|alert|matching|vacanc|roles", r"\b(?:job alerts?|\d+ (?:new )?(?:jobs?|roles|vacancies"
             r"|positions)|new "
         r"jobs|jobs? (?:for you|matching|near|you might|picked)|recommended jobs|similar jobs|saved search|top "
         r"picks)\b"),
        ("view", r"\b(?:was viewed|viewed your|has been viewed|looked at your (?:application|profile)|who viewed"
             r"|opened your "
         r"application)\b"),
        ("jobs|job |openings|matches", r"\b(?:jobs? (?:that|which) (?:match|fit|suit|could|may|might)|job"
                                       r" (?:matches|agent"
             r"|recommendations|picks|digest|board|newsletter|of the (?:day|week))|jobs (?:below|listed|in your inbox"
             r"|we found)|sending you jobs|(?:see|view|browse|show) (?:all|more|similar|\d+)(?: \w+)? (?:jobs|roles"
             r"|openings|matches|positions)|save (?:this )?job|more jobs|jobs from|latest (?:jobs|openings"
             r"|vacancies))\b"),
        ("ago|posted|apply|actively|be among|be one of|first to", r"\b(?:\d+ ?(?:d|h|days?|hours?|weeks?) ago|posted"
             r" (?:today|yesterday|\d+|on|just)|(?:easily|easy|quick|one-click|1-click) apply|actively (?:hiring"
             r"|recruiting)|be (?:among|one of) the first|first to apply)\b"),
        ("• new|· new|new •|promoted", r"(?:[\u2022\u00b7|] new\b|\bnew [\u2022\u00b7|]|\bpromoted\b)"),
        ("talent", r"\btalent (?:community|network|pool)\b"),
    ),
    "survey": (
        ("survey|feedback|rate|recommend|experience", r"\b(?:survey|questionnaire about|rate (?:your|us|the)|how "
             r"(?:was|did) "
         r"(?:your|we)|your (?:feedback|opinion) (?:helps|matters)|share your (?:feedback|experience))\b"),
    ),
    "promotion": (
        ("webinar|workshop|fair|newsletter|subscribe|tips|read more|episode|event|register|join us",
             r"\b(?:webinar|workshop|"
         r"(?:career|job|careers) fair|newsletter|unsubscribe|subscribe|tips|read more|episode|podcast|register "
         r"(?:now|here|"
         r"today)|in this (?:issue|edition|week)|free trial|% off|sale|limited time|subscription)\b"),
        ("view in browser|preferences|you are receiving|you're receiving", r"\b(?:view (?:this )?(?:in|email)"
             r"|(?:email|manage) "
         r"(?:your )?preferences|(?:you are|you're) receiving this)\b"),
    ),
    "trade": (
        ("order|deliver|parcel|invoice|payment|refund|basket|receipt|bill|statement", r"\b(?:your order|order "
             r"(?:number|no|#)|"
         r"deliver(?:y|ed|ies)|parcel|invoice|payment (?:of|due|received|failed)|refund\w*|basket|your bill"
         r"|statement is|"
         r"direct debit|transaction|checkout|tracking number|dispatched|shipped)\b"),
        ("booking|ticket|flight|reservation|appointment|renew|prescription", r"\b(?:booking reference"
             r"|tickets?|flight|"
         r"reservation|check-in|renewal?|prescription|dentist|dental|vaccination|meter reading|council tax)\b"),
    ),
    "other_world": (
        ("card|loan|mortgage|visa|passport|tenan|insurance|policy|admission|school|bursary|grant|manuscript|paper"
             "|abstract|"
         "tender|bid|member|planning|allotment|scholarship|permit|benefit|claim",
         rf"\b{_OTHER_WORLD}s? (?:application|request|proposal|decision|submission|board|committee|panel)"
         rf"|\b(?:application|"
         rf"apply|applying|applied|request)\b.{{0,30}}\b{_OTHER_WORLD}\b"),
        ("reviewer|editor|landlord|tenant|enrol|undergraduate|course|lender|flat|rent",
             r"\b(?:reviewers?|editors?|landlord|"
         r"tenants?|enrol\w*|undergraduate|admissions?|lender|your (?:flat|rent|tenancy)|semester|tuition|pupil"
         r"|offer holder)"
         r"\b"),
    ),
    "withdrawal": (
        ("withdr", r"\b(?:(?:have|has been|was|been|were|you) withdr(?:awn|ew)|(?:your|of) withdrawal|"
         r"withdrawal (?:of|from|confirm\w*))\b"),
        ("you have decided|you decided|decided not", r"\byou(?:'ve| have)? (?:decided|chosen) (?:not to|against|to"
                                                     r" (?:withdraw"
             r"|pull|step|stop|end|decline|discontinue|remove))\b"),
    ),
    "own_words": (
        ("i am writing|i'm writing|apply|my cv|my resume|my application|attached", r"\b(?:i(?:'m| am) writing to"
             r"|i (?:would|'d) "
         r"like to apply|(?:attached|enclosed) (?:is |are |you will find |please find )?my|my (?:cv|resume|cover "
         r"letter) "
         r"(?:is )?(?:attached|enclosed)|my application|i applied)\b"),
        ("consider|your time|opportunity to|follow up|withdraw my|hear from you", r"\b(?:thank you for "
             r"(?:considering|the "
         r"opportunity to)|following up on|withdraw my|i look forward to hearing|(?:i'd|i would) (?:be )?(?:love"
         r"|like|happy|"
         r"keen|delighted) to (?:join|accept|learn|discuss|hear))\b"),
    ),
    "employed": (
        ("payroll|payslip|onboard|p45|p60|right to work|bank details|benefit|pension|induction|first day|background",
         r"\b(?:payroll|payslip|onboarding|p45|p60|right to work|bank details|pension|induction|new "
         r"(?:starter|hire)|timesheet|direct deposit|w-4|i-9|d&t|handbook)\b"),
        ("reference", r"\b(?:reference (?:request|for)|provide a reference|named you as|as a referee|act as (?:a "
             r")?referee)\b"),
        ("agenda|minutes|stand-up|standup|sprint|rota|pull request|merge|ticket|all-hands", r"\b(?:agenda|minutes "
             r"of|stand-?up"
         r"|sprint|rota|pull request|merged?|all-hands|quarterly|1:1|retro)\b"),
    ),
    "away": (
        ("out of|away|leave|annual|back on|return", r"\b(?:out of (?:the )?office|(?:away|on leave|on annual "
             r"leave|on holiday|"
         r"on vacation) (?:until|from|till)|(?:automatic|auto)[- ]?reply|limited access to (?:e-?mail|my)|(?:back"
         r"|return\w*) "
         r"(?:in the office|on \w+day|to the office))\b"),
    ),
    "scam": (
        ("whatsapp|telegram|signal|text|hangouts", r"\b(?:whatsapp|telegram|signal app|google hangouts|text me"
             r"|add (?:me|us|our))"
         r"\b"),
        ("no experience|per day|daily|weekly|from home|part-time|training provided", r"\b(?:no experience (?:is "
             r")?(?:needed|"
         r"required|necessary)|(?:earn|earning|make|paid) (?:up to )?[$£€]? ?\d|(?:\$|£|€) ?\d[\d,]* ?(?:-"
         r"|to)? ?[$£€]?\d* ?(?:"
         r"daily|weekly|per (?:day|week))|work(?:ing)? from home|minutes (?:a|per) day)\b"),
        ("check|cheque|gift card|crypto|usdt|fee|equipment|western union|wire|deposit",
             r"\b(?:cashier'?s? che(?:ck|que)|gift "
         r"cards?|crypto\w*|usdt|bitcoin|(?:processing|registration|training|starter|refundable) fee|home office "
         r"equipment|"
         r"deposit (?:the|it|into)|purchase (?:\w+ ){0,3}equipment)\b"),
        ("ssn|social security|bank|id card|passport|routing", r"\b(?:ssn|social security|routing number|bank "
             r"(?:account|login|"
         r"name)|copy of your (?:id|passport|driv)|front and back)\b"),
        ("profile|slots|act |dear ", r"\b(?:profile (?:has been|is|was) (?:approved|selected)"
             r"|limited "
         r"slots|act (?:fast|now)|dear (?:friend|winner|beneficiary))\b"),
    ),
}  # fmt: skip
