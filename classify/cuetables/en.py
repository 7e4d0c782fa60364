"""English cues of what is said about an application or a role (``domain.md`` §3.1, §3.2)."""

from classify.cuetables.en_around import AROUND
from classify.cuetables.en_outreach import OUTREACH

_ROLE = (
    r"(?:position|role|vacancy|post|job|opening|requisition|req|opportunity|place|seat|shift|slot|internship"
    r"|search)"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|(?:mon|tue|wed|thu|fri)\b)"
_GO = (
    r"(?:mov(?:e|ed|ing)|proceed(?:ing)?|continu(?:e|ing)|progress(?:ing|ed)?|tak(?:e|en|ing)"
    r"|carry(?:ing)?|pursu(?:e|ing)"
    r"|advanc(?:e|ed|ing)|go(?:ing)?|put(?:ting)?|pass(?:ed|ing)?|bring(?:ing)?)"
)

_APPLICATION: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("not to|against|to not", r"(?<!you )(?<!you have )(?<!you've )\b(?:decided|chosen|elected|opted"
             r"|determined|choosing|made the (?:\w+ )?decision"
         r"|decision was|decision is)\b.{0,25}\b(?:not to|against|to not)\b"),
        ("not|n't|unable", rf"(?:\bnot|n't|\bcannot|\bunable to)\b.{{0,25}}\b{_GO}\b.{{0,30}}\b(?:forward|further"
             rf"|ahead"
         r"|through|with (?:your|you)|on with|you\b|your|application|candida\w+|process|next|interview)"),
        ("not|n't", r"(?:\bnot|n't) (?:\w+ ){0,3}(?:selected|shortlisted|short-listed|successful|chosen|progressed|"
         r"appointed|accepted|invited|advanced|longlisted|be considered|being considered|been retained)\b"),
        ("among|referred|one of them|conclud|wrap|included|include you", r"\bnot (?:\w+ )?(?:among (?:those|the)"
             r"|one of (?:them|the|those)|referred to|be able to "
         r"include)\b|\bconclud\w+ that (?:your|you)\b.{0,30}\bnot\b|\b(?:wrap\w*|clos\w+|end\w*) (?:up )?your "
         r"(?:application|candidacy)\b"),
        ("benchmark|cut-off|cutoff|pass mark|threshold|score", r"\b(?:score\w*|result\w*|mark)\b.{0,40}\b(?:under"
             r"|below|short of|lower than)\b"),
        ("unsuccessful|ineligible", r"\b(?:unsuccessful|ineligible)\b"),
        ("can't|cannot|unable|won't|will not", r"\b(?:can't|cannot|unable to|won't|will not)\b.{0,20}\b(?:hire"
             r"|employ|appoint|"
         r"consider (?:your|it|you)|take you|bring you|use you|give you|be asking you)"),
        ("no longer", r"\bno longer (?:be )?(?:under consideration|consider|being considered|moving|in consideration"
         r"|in the running|pursuing|proceeding|progressing|active)"),
        ("match|fit|suit|align", r"(?:\bnot|n't)\b.{0,20}\b(?:match|fit|suitable|suited|aligned?)\b"),
        ("offer|extend|mak|giv", r"(?:\bnot|n't|\bunable to|\bcannot) (?:be )?(?:in a position to )?(?:able to )?"
         r"(?:offer|extend|mak|giv)(?:ing|e)? (?:you )?(?:\w+ )?(?:offer|interview|" + _ROLE + ")"),
        ("pass", r"\b(?:pass(?:ed|ing)? on (?:your|this|the)|(?:we've|we have|decided to|going to|have to) "
             r"pass(?:ed)?\b)"),
        ("not be|n't be", r"(?:\bnot|n't) be (?:scheduling|inviting|interviewing|offering|hiring|progressing"
             r"|proceeding"
         r"|continuing|moving|taking|pursuing|advancing|considering|shortlisting|calling)\b"),
        ("regret", r"\bregret(?:fully|tably)?(?: to)? (?:\w+ )?(?:inform|advise|tell|let|say|that)\b"),
        ("reject|declin|turn", r"\b(?:reject(?:ed|ion)|turn(?:ed|ing) (?:you|it|your application) down|"
         r"declin(?:ed|ing) (?:your|to (?:proceed|move|progress))|(?:application|candidacy) (?:has been |was |is )?"
         r"(?:declined|closed|rejected))\b"),
        ("outcome|status|result|decision|stage", r"\b(?:outcome|status|result|decision|disposition)\s?: ?(?:\w+ "
             r")?(?:not |un|"
         r"declin|reject|closed|no longer|regret|archiv)"),
        ("occasion|this time|it's a no|a no ", r"\b(?:not (?:\w+ ){0,4}(?:on this occasion|this time)|(?:be )?a "
             r"no (?:from"
         r"|on|for)|it's a no)\b"),
        ("n't|not", r"\b(?:do|does|did)(?: not|n't) (?:\w+ )?(?:meet|match|fit|align|make|quite|reach|get|score"
             r"|pass|come"
         r"|have what)\b"),
        ("stop|end|conclu", r"\b(?:not be (?:you|the one)|(?:stop|end|conclude)(?:s|d|ing)? (?:here|the process|your "
         r"(?:application|candidacy)|things))\b"),
        ("further action|taking", r"\b(?:no further (?:action|steps?)|taking (?:your|this) (?:application|candidacy) "
         r"(?:any )?further)\b"),
    ),
    "other_candidate": (
        ("candidate|applicant|person|someone|somebody|people|finalist|profile", r"\b(?:another|other|different"
             r"|stronger|"
         r"preferred|internal|more (?:experienced|suitable|suited|qualified|relevant|closely)) (?:\w+ "
         r"){0,2}(?:candidate"
         r"|applicant|person|profile|individual|finalist|people)s?\b"),
        ("someone|somebody|candidate|applicant|another|direction", r"\b(?:went|gone|go|going|moved?|moving"
             r"|proceed\w*|"
         r"decided|opted|chose|chosen|selected|appointed|hired|offered|given)\b.{0,40}\b(?:someone|somebody"
         r"|another|other "
         r"(?:candidate|applicant)|(?:candidate|applicant)s? (?:who|whose|with)|a candidate|different "
         r"(?:direction|route))"),
        ("closely|closer|better|best|stronger", r"\b(?:whose?|someone"
             r"|candidates?|applicants?|others?|those)\b.{0,70}\b"
         r"(?:more closely|closer|better|best|most closely|stronger)\b.{0,30}\b(?:match|fit|align|suit|meet|met)"),
        ("gone to|went to|goes to", r"\b(?:gone|went|goes|going) to (?:an?|one of|the|someone|our|somebody)\b"),
        ("to her|to him|going to|went to|to a |to someone", r"\b(?:job|role|post|position|place|contract|hours"
             r"|spot)\b.{0,20}\b"
         r"(?:went|gone|going|goes|offered|given|awarded) to (?:her|him|them|a|an|another|someone|somebody|the "
         r"other)\b"),
        ("taken on|took on|settled on|hired|appointed|selected|chosen|chose|identified|finalist|other"
             "|nearer", r"\b(?:(?:have|has|we've|they've|had)"
         r" (?:now |already )?(?:taken on|settled on|hired|appointed|selected|chosen|identified) (?:another"
         r"|someone|somebody|a (?:\w+ )?(?:candidate"
         r"|applicant|person)|other)|(?:took on|settled on|hired|appointed|chose) (?:another|someone|somebody|a "
         r"(?:\w+ )?candidate)|(?:pursuing|"
         r"considering|interviewing) (?:only )?other (?:\w+ )?(?:individuals|people|candidates|applicants"
         r"|profiles)|(?:four|three|two|final) finalists)\b"),
        ("runner|second choice|close second|pipped", r"\b(?:runner-up|second choice|close second|pipped)\b"),
    ),
    "role_closed": (
        ("filled|closed|cancel|hold|paus|froz|withdrawn|taken|gone|no longer|discontinu|accepted",
         rf"\b{_ROLE}s?\b.{{0,40}}\b(?:has|have|is|was|been|being|are|now|already)\b.{{0,12}}\b(?:filled|closed"
         rf"|cancell?ed|"
         r"on hold|paused|frozen|withdrawn|taken|gone|no longer|discontinued|offered|accepted|pulled|suspended)"),
        ("fill", rf"\b(?:filled|fill) (?:the|this|that|our|all|my)\b(?: \w+){{0,3}} {_ROLE}s?\b|\bhave (?:now "
             rf")?filled it\b"),
        ("suspend|ceas|discontinu|eliminat", r"\b(?:suspend\w*|ceased|discontinued|eliminated|stopped) (?:all "
             r"|our |the )?(?:\w+ )?(?:hiring|recruit\w+|search)|"
         r"\b(?:hiring|recruitment|search)\b.{0,40}\b(?:suspended|ceased|discontinued|eliminated|stopped"
         r"|cancell?ed)\b"),
        ("freeze", r"\b(?:hiring|recruitment|headcount|vacancy) freeze\b"),
        ("on hold", r"\b(?:put|putting|placed|placing|gone|going|is|are|now|currently)\b.{0,25}\bon hold\b"),
        ("no longer|not be|pulled", r"\b(?:no longer (?:recruiting|hiring|being (?:recruited|filled)|looking to"
             r"|going "
         r"ahead|exists?|open|needed|required)|(?:not|n't) be (?:filling|recruiting|hiring)|pulled the)\b"),
        ("closed|cancel|withdr|stopp|paus", r"\b(?:closed|cancell?ed|withdrawn|withdrew|stopped|paused|shelved) "
             r"(?:the|this"
         r"|our|that|all) (?:\w+ ){0,2}(?:requisition|req|role|vacancy|position|search|recruitment|hiring|post)"),
    ),
    "keep_on_file": (
        ("keep|hold|retain|stor|kept|held", r"\b(?:keep|hold|retain|stor|kept|held)\w*\b.{0,40}\b(?:on file|on "
             r"record|"
         r"records|talent|database|files|pool|future|in mind|bank)\b"),
    ),
    "apology": (("unfortunately|regret|sorry|disappoint|apolog|afraid|sad",
                 r"\b(?:unfortunately|regret\w*|sorry|disappoint\w*|apolog\w*|i'm afraid|am afraid|sadly)\b"),),
    "good_luck": (
        ("luck|success|wish", r"\b(?:best of luck|good luck|every success|(?:wish|wishing) you (?:all|the|every|well|"
         r"success|luck|much)|best wishes (?:for|in|with) your)\b"),
        ("encourage|apply again|reapply|future", r"\b(?:apply again|reapply|re-apply|encourage you to|future "
             r"(?:roles|"
         r"openings|opportunities|vacancies|positions))\b"),
    ),
    "receipt": (
        ("receiv|got|arriv|landed|reached", r"\b(?:received|got|has arrived|landed|reached)\b.{0,30}\b(?:your"
             r"|the) (?:\w+ )"
         r"{0,2}(?:application|cv|resume|form|letter|documents|submission|materials)\b"),
        ("application|cv|resume|form|submission|materials", r"\b(?:application|cv|resume|form|submission"
             r"|materials)\b.{0,40}"
         r"(?<!not )(?<!yet )\b(?:has|have|was|is|been|were)\b(?!.{0,6}\bnot\b).{0,12}\b(?:received|submitted|sent"
         r"|logged|registered"
         r"|recorded|delivered|arrived|acknowledged|safely|complete|passed to|forwarded|added)\b"),
        ("completed|submitted|received|recorded|finished", r"\byou(?:'ve| have)(?: now| successfully)? (?:completed"
             r"|finished|submitted) (?:\w+ ){0,6}(?:test|assessment|challenge|questionnaire|exercise|task)\b|\byour"
             r" (?:\w+ )"
             r"{0,3}(?:answers|responses|test|solution|assessment|results?) (?:has|have|was|were) (?:now |been "
             r"|successfully )*"
             r"(?:submitted|received|recorded|completed|sent)\b"),
        ("your", r"\b(?:received|receives) your (?:\w+ ){0,2}(?:credentials|information|details|profile|e-?mail|message"
             r"|inquiry|enquiry|responses?|expression of interest|interest)\b|\byour (?:\w+ ){0,2}(?:credentials"
             r"|information|details|profile|e-?mail|responses?|expression of interest) (?:has|have|was|were|is|are)"
             r" (?:now )?(?:been )?(?:received|being (?:reviewed|considered))\b"),
        ("record|regist|confirm|acknowledg|shared|delivered|packet|materials|remains", r"\b(?:application|cv"
             r"|resume|form|documents|profile|candidature|materials|"
         r"packet)\b.{0,70}\b(?:been (?:duly )?(?:recorded|registered|shared with|entered|routed|passed|forwarded"
         r"|uploaded)|were delivered|remains? under "
         r"(?:consideration|review)|was (?:uploaded|forwarded))\b|\b(?:acknowledge (?:the )?(?:arrival|receipt)"
         r"|received with thanks|confirmation that your)\b"),
        ("submitted your|i have your|have your", r"\b(?:(?:i|we)(?:'ve| have)? (?:now )?(?:submitted|sent|passed"
             r"|forwarded|put) your (?:\w+ )?(?:profile|cv|resume|"
         r"application|details)|have your (?:\w+ )?(?:application|packet|materials|form|cv|resume))\b"),
        ("landed|reached|entered|arriv|came|come|made it|got here|safe", r"\b(?:application|cv|resume|form|letter"
             r"|documents|"
         r"papers|submission|details)(?:'s|s)?\b.{0,40}\b(?:landed|reached (?:us|me|our|this)|entered|arrived"
         r"|came|come|made it|"
         r"got here|safe)\b"),
        ("receipt|acknowledg", r"\b(?:confirm\w*|acknowledg\w*) (?:the |safe |of |your |that |we |have "
             r")*(?:receipt|received"
         r"|application|submission)\b"),
        ("application|cv|resume|form|papers|details", r"\b(?:application (?:received|confirmation)|"
         r"(?:we have|we've got|i have|i've got) your (?:\w+ )?(?:application|cv|resume|form|papers|details))\b"),
        ("was sent|sent to", r"\bapplication (?:was |has been )?sent\b"),
        ("successfully|submitted", r"\b(?:successfully (?:applied|submitted|received)|you (?:have )?(?:just "
             r")?applied (?:for|"
         r"to)|submission (?:complete|successful)|items? were sent)\b"),
    ),
    "thanks": (
        ("thank", r"\bthank(?:s| you)\b.{0,20}\bfor (?:applying|your (?:\w+ )?(?:application|interest)|submitting"
             r"|sending|"
         r"considering|expressing|showing)"),
    ),
    "thanks_for_time": (
        ("thank|time", r"\b(?:thank(?:s| you)\b.{0,20}\bfor (?:taking the time|coming|your time|meeting|speaking"
             r"|attending))"),
    ),
    "will_review": (
        ("review|read|look|consider|assess|through|sift|evaluat|screen", r"\b(?:will|'ll|are|currently|being|be"
             r"|still|is)\b"
         r".{0,25}\b(?:review\w*|read(?:ing)?|look(?:ing)? (?:at|through|over|carefully)|consider\w*|assess\w*"
         r"|go(?:ing)? "
         r"through|sift\w*|evaluat\w*|screen\w*)\b"),
        ("touch|back|know|contact|hear|reach|update", r"\b(?:will|'ll|shall|should|can)\b.{0,25}\b(?:be in "
             r"(?:touch|contact)"
         r"|(?:get|come|write) back|let (?:you|everyone) know|contact|hear (?:from|back|by)|reach out|respond"
         r"|update you)\b"),
        ("review", r"\b(?:under|in|for|completes? (?:its|the|their|our)) review\b"),
        ("closing|deadline|sift|shortlisting|weeks|days", r"\b(?:closing date|shortlisting (?:takes|will|is"
             r"|starts)|within "
         r"(?:\w+ ){1,3}(?:days|weeks)|(?:takes|take|expect) (?:\w+ ){0,4}(?:days|weeks))\b"),
        ("more time|yet|see before|rated", r"\b(?:(?:needs?|need) (?:a little |some )?more time|not yet (?:made"
             r"|reached|spoken|decided)|haven't (?:yet|decided|made)|"
         r"currently being (?:rated|reviewed|assessed|screened|considered)|remains? (?:active|open|under))\b"),
        ("still|yet|delay|longer", r"\b(?:still (?:in progress|being|with|working|waiting)|no decision (?:has"
             r"|yet)|(?:taking"
         r"|running) (?:\w+ )?(?:longer|late|behind)|not (?:yet )?(?:made|reached) a decision)\b"),
    ),
    "answers_few": (
        ("only|unable|not able|cannot|can't", r"\b(?:only|unable|not able|cannot|can't)\b.{0,45}\b(?:contact"
             r"|respond|reply|"
         r"answer|feedback|write)\w*\b.{0,45}\b(?:shortlisted|selected|successful|every|all|each|individual\w*"
         r"|everyone)\b"),
        ("volume|number of", r"\b(?:high|large|huge|overwhelming|sheer) (?:volume|number) of (?:applica|response"
             r"|cv|resume)"),
        ("hear", r"\bnot (?:hear|heard) (?:back )?from us\b"),
    ),
    "scheduling": (
        ("availab", r"\b(?:your|are you|you be|you're|let (?:me|us) know|share|send|confirm|provide|some"
             r"|any)\b.{0,35}"
         r"\bavailab(?:le|ility|ilities)\b"),
        ("schedul|arrange|set up|book|fix|find|pick|choose|select|grab", r"\b(?:schedul(?:e|ing)|arrang(?:e|ing)"
             r"|set(?:ting)?"
         r" up|book|fix|find|pick|choose|select|grab)\b.{0,30}\b(?:time|slot|call|chat|interview|meeting|date"
         r"|conversation|"
         r"appointment|day|visit)s?\b"),
        ("free|able to|make it", r"\b(?:would|could|can|are|if) you(?:'re)?\b.{0,20}\b(?:free|able to (?:come"
             r"|meet|join|speak|"
         r"attend|talk|make)|make it|come (?:in|along|by|down|over|to)|do (?:\w+ )?(?:mon|tues|wednes|thurs|fri))"),
        ("calend|savvycal|cal.com|goodtime|link|self-schedul", r"\b(?:calendly|savvycal|cal\.com|goodtime"
             r"|(?:scheduling|"
         r"booking) (?:link|page|tool)|self-schedul\w*)\b"),
        ("work|suit|which|what time", r"\b(?:(?:works?|suits?)(?: best)? for you|suits? you|which (?:of (?:these"
             r"|them)|time|"
         r"day|slot)|what (?:time|day)|any of (?:these|those))\b"),
    ),
    "invite": (
        ("like|love|pleased|delighted|keen|happy|want|forward|invit", r"\b(?:invit(?:e|ed|ing)|(?:like|love|pleased|"
         r"delighted|keen|happy|want|glad|excited) (?:for )?(?:you )?to|looking forward "
         r"to)\b.{0,45}\b(?:interview\w*|meet"
         r"(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat|call|come|visit|second|next (?:stage|round|step)|final|trial|"
         r"conversation|seeing you|see you)\b"),
        ("invitation|request|interview", r"\b(?:interview|call|meeting) (?:invitation|request|confirmation|invite"
             r"|details|"
         r"schedule)\b|\binvitation (?:to|for) (?:an? |your |the )?(?:\w+ )?(?:interview|call|chat|meeting)\b"),
        ("interview|visit|conversation", r"\b(?:(?:your|the|an?) (?:\w+ ){0,3}interviews?\b.{0,50}\b(?:is (?:set"
             r"|confirmed|scheduled|booked)|will (?:be held|take)|"
         r"(?:on|at) (?:mon|tues|wednes|thurs|fri))|(?:conduct|do|arrange|hold|requested|have) (?:a|an) (?:\w+ "
         r")?(?:interview|call) with you|inviting you (?:to|for)|"
         r"(?:reserve|book|choose|pick|select) (?:a|an|your) (?:[\w-]+ ){0,2}(?:interview|slot|time))"),
        ("bring you|meet you|see you|sit down|chat with|have you back|like you back|face to face|in person",
             r"\b(?:bring you (?:to|in)|(?:keen|like|love|hopes?|pleased|"
         r"glad|happy|enjoy|wants?|wish\w*) (?:for you )?(?:to )?(?:\w+ )?(?:meet|see|sit down with|chat with"
         r"|talk to|speak (?:to|with)|have you (?:back|in))\b|for you "
         r"to (?:chat|talk|speak|meet|see)|like you back|face to face)"),
        ("made it|progressed|shortlist|assessment day|assessment centre|assessment center", r"\b(?:made it "
             r"(?:through )?to|progressed to|(?:name is )?on the shortlist|"
         r"been (?:\w+ )?shortlisted|(?:attend|invited to|through to) .{0,40}assessment (?:day|centre|center))\b"),
        ("shortlisted|next|through", r"\b(?:(?:have|been|were|are|you're|you've) (?:been )?shortlisted|(?:move"
             r"|moved|moving|"
         r"progress|progressed|through|invite you|on) to the (?:next|second|final|interview))\b"),
        ("come in|pop in|drop in|meet the", r"\b(?:(?:come|pop|drop) (?:in|by|along|down|round)|meet the (?:team"
             r"|panel|rest)"
         r")\b"),
    ),
    "interview": (
        ("interview|screen|trial|panel|on-site|onsite|round", r"\b(?:interviews?|phone screen|screening call"
             r"|trial (?:shift|"
         r"day|lesson)|panel|on-?site|(?:second|final|first|next) round|taster (?:shift|day))\b"),
    ),
    "time_slot": (
        ("day|tomorrow|mon|tue|wed|thu|fri", rf"\b{_DAY}.{{0,40}}\b\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|o'clock|h\b"
             rf"|noon)?"),
        (":|am|pm", r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b"),
    ),
    "booking": (
        ("confirm|booked|scheduled|remind|set for|place|see you", r"\b(?:confirm(?:ed|ing|s|ation)?|booked"
             r"|scheduled|reminder"
         r"|is set for|(?:take|taking) place|you're (?:booked|down|all set))\b.{0,60}\b(?:interview|call|meeting"
         r"|chat|"
         r"appointment|slot|tomorrow|(?:mon|tues|wednes|thurs|fri)day)\b"),
        ("join|meeting id|dial", r"\b(?:join (?:the |your |with |by )?(?:zoom|meeting|google meet|teams|call"
             r"|video)|meeting id"
         r"|dial-?in|passcode)\b"),
        ("when:|where:|date:|time:|location:", r"^(?:when|where|date|time|location|venue|interviewers?) ?:"),
        ("bring|ask for|report to|parking", r"\b(?:please bring|ask for \w+ at|report to|(?:visitor )?parking"
             r"|photo id)\b"),
    ),
    "reschedule": (
        ("resched|postpon|another|new time|move|ill|unwell|sick|push", r"\b(?:resched\w+|postpon\w+|new time"
             r"|(?:move|moved|"
         r"push|pushed|shift|shifted) (?:our|your|the|it|this|us)\b.{0,30}\b(?:to|back|by)|another (?:time|day"
         r"|slot|date)|"
         r"(?:is|been|are|gone) (?:ill|off sick|unwell|poorly|called away))\b"),
    ),
    "assessment": (
        ("test|assess|challenge|exercise|task|questionnaire|assignment|project", r"\b(?:coding|technical|online"
             r"|skills?|"
         r"aptitude|psychometric|situational|numerical|verbal|written|language|typing|take-?home|practical"
         r"|personality|"
         r"cognitive|pre-employment|timed|video|home|judge?ment|short|reasoning|behaviou?ral|case) (?:\w+ "
         r")?(?:tests?|"
         r"assessments?|challenges?|exercises?|tasks?|questionnaires?|assignments?|project)\b"),
        ("test|exam|evaluation|questionnaire|quiz|essay|inventory|tryout|simulation|case|exercise"
             "|assessment", r"\b(?:typing|english|skills|knowledge|numeracy|"
         r"reasoning|comprehension|written|spoken|personality|judge?ment|supplemental|technical|clinical"
         r"|game-based|virtual|job|short|timed|aptitude|excel|safety|online) "
         r"(?:\w+ ){0,3}(?:tests?|exam(?:ination)?s?|evaluations?|questionnaires?|quiz|essays?|inventory|tryout"
         r"|simulation|exercises?|assessments?)\b"),
        ("fill|answer|draft|edit|redesign|mark|write|perform|return|send", r"\b(?:fill (?:in|out)|answer|draft"
             r"|edit|redesign|mark|write|perform|prepare|translate)\b.{0,40}"
         r"\b(?:questionnaire|questions|the attached|sample|article|essay|analysis|one-page|case|plan|module)\b"),
        ("take-home|take home|one-way|one way|on-demand|pre-record|prerecord|recorded|record your",
             r"\b(?:take-?home|one-?way"
         r"|on-demand|pre-?recorded|recorded (?:video|answers|interview)|record (?:your|a|short))\b"),
        ("complet|take|start|finish|submit|sit|invited", r"\b(?:complet\w+|take|start|finish|submit|sit|begin"
             r"|invited to)\b"
         r".{0,35}\b(?:assessments?|tests?|challenge|questionnaire|exercise|task|assignment|quiz|simulation)\b"),
        ("hacker|codility|codesignal|testgorilla|hirevue|spark hire|willo|coderbyte|mettl|shl|pymetrics|vidcruiter",
         r"\b(?:hackerrank|hackerearth|codility|codesignal|testgorilla|hirevue|spark hire|willo|coderbyte|mettl|shl|"
         r"pymetrics|vidcruiter|modern hire)\b"),
    ),
    "test_terms": (
        ("minutes|mins|questions|hours", r"\b\d{1,3}[ -](?:minutes?|mins|questions?|hours?)\b"),
        ("expire|attempt|link|deadline|timed|brief", r"\b(?:links? (?:will |is |stays )?(?:expires?|valid|active"
             r"|live|open)|"
         r"expires? (?:on|in|at|after)|one attempt|once (?:you )?(?:start|begin|open)|timed|test link|the brief)\b"),
    ),
    "offer": (
        ("offer|extend", r"\b(?:pleased|delighted|happy|thrilled|excited|like|glad|want|wanted|able|love) to "
             r"(?:\w+ )?(?:offer "
         r"(?:you|the|a)|extend)\b"),
        ("offer", r"\b(?:offer of (?:employment|a|appointment)|offer letter|offer(?:ing)? you (?:the|a|an|this)"
             r"|(?:formal|"
         r"written|verbal|conditional|revised|our|job|updated) offer|offer is|accept (?:the|this|our) offer)\b"),
        ("yours|got the|welcome|have you|the job", r"\b(?:(?:job|role|position|post|place) is yours|(?:got|have) "
             r"the (?:job|"
         r"role|post|gig)|welcome (?:aboard|on board|to the team)|(?:want|love|like) (?:you to join|to have you))\b"),
        ("appoint|employ|award|like you to|want|selected for|place on|join|extend", r"\b(?:pleased to appoint you"
             r"|(?:like|want|wish|happy) (?:you )?to (?:\w+ )?(?:join|start"
         r" with|employ you|hire you|take you on)|wants? you on|(?:award|offer)(?:ed|ing)? you|you (?:are|have "
         r"been) (?:hereby )?(?:selected|confirmed|appointed|recommended) for"
         r"|recommended your appointment|secured a place|extend(?:s|ing)? (?:to )?you|your offer (?:for|is)|like "
         r"you to (?:join|start)|come back with [£$€])"),
        ("contract|sign", r"\b(?:contract (?:is |of employment )?(?:attached|enclosed)|sign(?:ed)? (?:and return"
             r"|the contract|"
         r"your (?:contract|letter|offer)|electronically|by))\b"),
    ),
    "pay_and_start": (
        ("salary|annum|hour|$|£|€|pay", r"(?:\b(?:salary|per annum|per hour|an hour|hourly rate|gross)\b|[$£€] ?\d)"),
        ("start|commenc|probation|leave|subject to|report", r"\b(?:start(?:ing)? (?:date|on|work)|commenc\w+"
             r"|probation\w*|"
         r"annual leave|(?:subject to|conditional (?:up)?on) (?:\w+ ){0,4}(?:references?|checks?|clearance"
         r"|screening))\b"),
    ),
}  # fmt: skip

TABLE = _APPLICATION | OUTREACH | AROUND
