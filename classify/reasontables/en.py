"""The reasons of rejections in English: reason → patterns, for folded text."""

from store.vocabulary import RejectionReason as R

RULES: tuple[tuple[R, tuple[str, ...]], ...] = (
    (
        R.ROLE_FROZEN,
        (
            r"\b(?:hiring|recruitment|headcount|vacancy|budget) freeze\b",
            r"\bfreeze on (?:\w+ ){0,2}(?:hiring|recruit\w+)\b",
            r"\b(?:put|placed|gone|going|is|are|been|ROLE) (?:\w+ )?on (?:hold|ice)\b",
            r"\bROLE\b.{0,60}\b(?:paused|frozen|suspended|postponed|parked)\b",
            r"\b(?:paus(?:e|ed|ing)|froze|frozen|suspend(?:ed|ing)?) (?:all |our |the |this )?(?:\w+ )?(?:hiring|"
            r"recruitment|recruiting|search|vacanc\w+)\b",
            r"\b(?:hiring|recruitment)\b.{0,40}\b(?:is|has been|was) (?:now )?(?:paused|frozen|suspended)\b",
            r"\b(?:stop(?:ped|ping)?|halt(?:ed|ing)?|pull(?:ed|ing)? back on) (?:all |any |our |further |new |"
            r"external )*(?:hiring|recruit\w+|headcount)\b",
            r"\b(?:freeze|froze|frozen|freezing|hold)\b.{0,30}\b(?:hiring|headcount|recruitment|vacancies|posts)\b",
            r"\b(?:headcount|hiring|recruitment)\b.{0,60}\b(?:taken off the plan|frozen|freeze|pushed (?:back|out|to)|"
            r"deferred|delayed|on pause)\b",
            r"\b(?:pausing|paused|parking|parked|shelving|shelved) (?:the|this|our) (?:\w+ )?(?:search|recruitment|"
            r"hire|process|role|post|position)\b",
            r"\b(?:funding|grant|budget|money|contract)\b.{0,50}\b(?:postponed|delayed|deferred|frozen|on hold|not "
            r"(?:yet )?(?:been )?(?:approved|confirmed|renewed|released)|hasn't (?:been )?(?:approved|come through))\b",
            r"\buntil the (?:money|funding|budget|grant) (?:is|comes|arrives|has)\b",
            r"\bnot (?:allowed|permitted|able) to (?:hire|recruit|fill|take on)\b.{0,60}\b(?:now|moment|until|year|"
            r"quarter|freeze|present)\b",
        ),
    ),
    (
        R.INTERNAL_CANDIDATE,
        (
            r"\binternal(?:ly)? (?:candidate|applicant|appoint\w+|fill\w*|promot\w+|hire|move|redeploy\w+)\b",
            r"\b(?:filled|appointed|promoted|recruited|hired) (?:it )?(?:internally|from within)\b",
            r"\bredeployee\b",
            r"\b(?:filled|appointed|promoted|recruited|hired|chosen|found|someone|somebody|a colleague|a "
            r"person)\b.{0,60}\bfrom within\b(?! (?:an? |\d|commuting|easy|driving|reach|the (?:area|region|county|uk|"
            r"eu))\b)",
            r"\bfrom within (?:the|our) (?:team|company|organi[sz]ation|own|school|ward|department)\b",
            r"\b(?:current|existing) (?:member of (?:staff|the team)|employee|colleague|"
            r"associate)\b.{0,60}\b(?:appointed|awarded|takes?|chosen|given)\b",
            r"\b(?:appoint\w*|chose\w*|promot\w+|offered|given)\b.{0,60}\b(?:current|existing) (?:member of (?:staff|"
            r"the team)|employee|colleague|associate)\b",
            r"\b(?:one of )?our own (?:team|staff|people|folks)\b.{0,40}\b(?:takes?|taking|stepp\w+|moving|get)\b",
            r"\b(?:to|with|by|for|from|appointed|promoted|promoting|chosen|chose|hired|moved|given|gave|offered|"
            r"picked|of) (?:\w+ )?(?:one of )?our (?:own|existing|current) (?:\w+ ){0,2}(?:supervisors?|nurses?|staff|"
            r"team|people|colleagues?|employees?|crew|members?|apprentices?|technicians?|assistants?|teachers?|"
            r"carers?|clerks?|managers?)\b",
            r"\bmember of (?:the|our) (?:existing|current|present) (?:\w+ )?(?:team|staff)\b",
            r"\b(?:promoted|redeployed|transferred) (?:an?|one|the|two|some\w+)\b",
            r"\b(?:redeployment|internal) (?:policy|pool|register|transfers?|move|promotion)\b",
            r"\b(?:someone|somebody|a person|a colleague|an applicant|candidate) (?:who )?(?:already (?:works?|"
            r"working|employed|in post|on (?:the|our) (?:team|staff))|(?:is )?already (?:with|one of) us)\b",
            r"\b(?:has|have|had) been (?:covering|acting up|doing|filling) (?:it|the (?:role|post|job)|in)\b",
            r"\bemployee of (?:the|our) (?:company|firm|organi[sz]ation|trust|council|university)\b",
        ),
    ),
    (
        R.ROLE_CANCELLED,
        (
            r"\bROLE\b.{0,50}\b(?:cancell?ed|withdrawn|discontinued|scrapped|eliminated|no longer (?:needed|required|"
            r"exists?|going ahead|being (?:recruited|filled)|forms? part))\b",
            r"\b(?:cancell?ed|cancell?(?:ing)|withdrawn|withdrew|withdraw|pulled|scrapped|axed) (?:the|this|that|"
            r"our)\b(?! slot)(?: [\w/&,'-]+){0,7}? (?:ROLE|advert(?:isement)?|scheme|programme|announcement)\b",
            r"\b(?:decided|chosen) not to (?:fill|recruit|hire for|go ahead with|appoint)\b",
            r"\b(?:isn't|is not|is no longer|is therefore no|won't be|will not be) (?:an? |any )?(?:\w+ ){0,2}(?:job|"
            r"role|post|position|vacancy|internship)\b(?! (?:for you|offer))(?:.{0,40}\b(?:left|to (?:hire|appoint|"
            r"fill)|anymore|any more|this)\b)",
            r"\b(?:recruitment|programme)\b.{0,50}\b(?:discontinued|cancell?ed|stands cancelled)\b",
            r"\brestructur\w+",
            r"\breorgani[sz]ation\b",
            r"\bROLE\b(?:(?!filled|taken|appoint|open).){0,30}\b(?:(?:has|have) been|was|is|are|been|we've) (?:now "
            r")?(?:closed|pulled|cut|shelved|dropped|deleted|taken down without)\b(?! (?:to|on|out|for) )",
            r"\bclosed (?:without (?:a hire|an appointment|hiring|appointment)|the (?:requisition|position|search|"
            r"vacancy))\b",
            r"\bno longer (?:be )?(?:recruit(?:ed|ing)?|hir(?:ed|ing)|looking to (?:hire|fill|recruit)|going ahead|"
            r"proceeding|going forward with (?:the|this) (?:role|hire|position))\b",
            r"\b(?:funders?|client|sponsor|backers?|investors?)\b.{0,25}\b(?:pulled out|withdrew|has withdrawn|have "
            r"withdrawn|cancelled|went bust)\b",
            r"\b(?:scrapped|scrapping|axed|abandoned|dropped|cancell?ed) (?:the|this|our) (?:[\w-]+ ){0,3}(?:job|role|"
            r"post|position|project|vacancy|hire|plans?)\b",
            r"\b(?:change[sd]? (?:in|of|to) (?:our |the )?(?:business )?(?:needs|priorities|plans?|strategy|"
            r"direction)|business (?:needs|priorities) (?:have )?changed)\b",
            r"\b(?:lost|withdrawal of|without) (?:the|our|its|that) (?:funding|grant|contract)\b",
            r"\b(?:not|n't) (?:be |going to be )?(?:hiring|recruiting|appointing|making (?:any|an) (?:appointments?|"
            r"hires?)) (?:anyone|anybody|to (?:the|this)|for (?:the|this) (?:role|post|position))",
        ),
    ),
    (
        R.OTHER_CANDIDATE,
        (
            r"\b(?:offered|extended|taken(?: up)?|accepted)\b.{0,60}\b(?:another (?:\w+ ){0,2}(?:candidate|finalist)|"
            r"one of the other|another of the)\b",
        ),
    ),
    (
        R.CAPACITY,
        (
            r"\b(?:at|over|reached|reach) (?:full |our |its |their )?(?:capacity|headcount)\b",
            r"\b(?:programme?|course|cohort|intake|list|books|group|zone|class|crew|restaurant) (?:\w+ )?(?:is|are) "
            r"(?:now |already )?(?:full|complete)\b",
            r"\b(?:no|ran out of|run out of) (?:more |further |free )?(?:places|spaces|desks|spots|seats)\b(?! of)",
            r"\b(?:places|desks|seats) (?:\w+ ){0,5}?(?:are|have|were) (?:now |all )?(?:taken|gone|been accepted)\b",
            r"\b(?:fit|make room for|find (?:room|a place) for) you\b",
            r"\b(?:places|spaces|desks|spots|seats|placements)\b(?: [\w'-]+){0,6}? (?:are|have|were|had) (?:now |all |"
            r"already )?(?:been )?(?:taken|gone|filled|allocated|given out|awarded)\b",
            r"\b(?:already )?have (?:as many|enough|our full|more) (?:\w+ ){0,4}(?:as|than|students|interns|"
            r"volunteers|trainees|staff|people|number|complement|places)\b",
            r"\b(?:my|our|the) (?:group|lab|team|class|programme?|ward|list|books|intake|cohort)\b.{0,20}\b(?:full|"
            r"complete)\b",
            r"\b(?:no (?:more )?(?:room|space|capacity)|cannot (?:supervise|take on|accommodate)|can't (?:supervise|"
            r"take on|accommodate)) (?:\w+ ){0,2}(?:another|any ?(?:one|body)? (?:more|else|further)|more|this "
            r"(?:term|summer|year|season)|left|for (?:you|another))\b",
        ),
    ),
    (
        R.ROLE_FILLED,
        (
            r"\bROLE\b.{0,70}\b(?:(?:been|was|were|is|are|now|already) (?:\w+ )?(?:filled|taken|snapped up)|offered "
            r"and accepted)\b(?! into account)",
            r"\b(?:filled|(?:managed|decided) to fill) (?:the|this|that|our|all|my|both) (?:\w+ "
            r"){0,4}ROLE\b(?!.{0,30}\b(?:without|remain))",
            r"\b(?:found|hired|recruited|appointed|taken on) (?:someone|somebody|our (?:new )?(?:candidate|person|"
            r"hire|teacher|lead|colleague|one|\w+er)|a person|the right person)(?: for)?\b(?!.{0,20}\b(?:with|more|"
            r"who|whose|stronger|better)\b)",
            r"\b(?:have|has|we've) (?:now |already )*(?:appointed|recruited|hired)(?: (?:to|for)\b|[.,]|$)",
            r"\b(?:an appointment|a hire) (?:has been|was) made\b",
            r"\b(?:job|role|post|position|vacancy|place|shift|slots?)(?:'s)? (?:has |have |is |was |are )?(?:already |"
            r"now )?(?:gone|went|got taken|been snapped up|got filled|taken)(?: (?:now|already|on|yesterday|last|this|"
            r"by|since|over|at)\b|[.,!]|$)",
            r"\bROLE\b.{0,40}\b(?:is|are) no longer (?:available|vacant|open)\b",
            r"\b(?:already|since|now) (?:been )?filled\b",
            r"\ball (?:of )?(?:the |our |\d+ |\w+ )?(?:\w+ )?(?:slots|shifts|positions|roles|posts|jobs|vacancies) "
            r"(?:got|have been|are|were) (?:now )?(?:taken|filled|gone)\b",
        ),
    ),
    (
        R.COMPENSATION,
        (
            r"\b(?:salary|pay|rate|compensation|remuneration) (?:\w+ )?(?:expectations?|requirements?|range|"
            r"point)\b.{0,60}\b(?:above|beyond|exceed\w*|outside|over|higher)\b",
            r"\b(?:exceed\w*|outside|above|beyond|over|stretch to|match)\b.{0,40}\b(?:(?:our|the|\w+) (?:budget|"
            r"salary range|band|scale|pay range)|your (?:salary|rate|expectations?|figure)|top of our grade)\b",
            r"\b(?:figure|salary|rate) you (?:need|asked|want|quoted|are on)\b",
            r"\bwhat (?:we|they) can pay\b",
            r"\bthe most (?:we|they|i) can (?:stretch|do|offer|pay|go|manage)\b",
            r"\b(?:your (?:\w+ )?(?:expectations?|figure|number|ask|salary|rate|asking price)|the (?:salary|rate|"
            r"figure))\b.{0,60}\b(?:above|beyond|outside|over|exceeds?|more than|higher than|too (?:far|high|much)|"
            r"out of (?:our )?reach|apart)\b",
            r"\b(?:can't|cannot|couldn't|could not|won't|unable to|not able to) (?:\w+ )?(?:get near|match|meet|"
            r"stretch (?:to|that)|reach|pay|afford|offer) (?:\w+ ){0,3}(?:\d|your|that (?:figure|salary|rate|level)|"
            r"what you)",
            r"\bno (?:room|flexibility|movement|more) (?:in|on) (?:the |our )?(?:budget|salary|pay|band|it|package)\b",
            r"\b(?:budget|ceiling|band|top|grade)\b.{0,60}\b(?:below (?:where|what) you|not a penny more|part company|"
            r"your expectations)\b",
            r"\btoo far apart on (?:salary|pay|money|compensation|the package)\b",
        ),
    ),
    (
        R.ELIGIBILITY,
        (
            r"\b(?:sponsor(?:ship)?|work (?:permit|authori[sz]ation|visa)|right to work|security clearance|"
            r"visas?)\b.{0,80}\b(?:not|unable|cannot|can't|without|required|need\w*|no)\b",
            r"\b(?:not|unable|cannot|can't|don't|too small|no)\b.{0,60}\b(?:sponsor\w*|visas?|work permit|right to "
            r"work)\b",
            r"\b(?:not|n't|unable|cannot)\b.{0,30}\brelocat\w+\b",
            r"\bnot eligible (?:to work|for)\b",
            r"\beligibility (?:criteria|requirements?)\b.{0,30}\bnot\b",
            r"\bage limit\b",
            r"\b(?:do|does) not (?:live|reside) in\b",
            r"\bgraduat\w+ (?:date|year)\b",
            r"\b(?:live|lived|reside|based)\b.{0,50}\boutside the\b",
            r"\bonly (?:consider|employ|hire|take|accept|appoint|recruit|offer)\b.{0,40}\b(?:who|candidates?|"
            r"applicants?|students?|people|residents?|citizens?|nationals?)\b.{0,60}\b(?:right to work|live|lived|"
            r"based|reside|resident|enrolled|citizens?|nationals?|eligible|graduat\w+|permit|authori[sz]ed)\b",
            r"\b(?:open|limited|limits? it|restricted) (?:only )?to (?:\w+ )?(?:people|those|candidates|applicants|"
            r"students|citizens|residents|nationals|graduates)\b.{0,80}\b(?:so|outside|unable|cannot|can't|therefore|"
            r"not)\b",
            r"\b(?:as|because|since) you (?:do not|don't|are not|aren't|have (?:not )?lived|will not|won't|live|"
            r"would)\b.{0,60}\b(?:condition|live|lived|resid\w+|citizen|permit|eligible|enrolled|graduat\w+|commut\w+|"
            r"based|clearance|less than)\b",
            r"\b(?:programme|scheme|internship|role|post) is only open to\b",
            r"\bonly open to\b.{0,80}\b(?:so|unable|cannot|can't|not)\b",
            r"\b(?:right to work|work (?:permit|authori[sz]ation)|clearance|residency|"
            r"citizenship)\b.{0,80}\b(?:unable|cannot|can't|not|barred|only|condition)\b",
            r"\bsponsor licen[cs]e\b",
            r"\b(?:your (?:address|location) is|you live|you are based|you're based)\b.{0,40}\b(?:so|too far|outside|"
            r"not)\b",
        ),
    ),
    (
        R.MISSING_REQUIREMENT,
        (
            r"\b(?:require[sd]?|requires|needs?|needed|calls? for|asks? for|essential|must "
            r"have)\b.{0,80}\bPAPER.{0,80}\b(?:not|n't|no|lack\w*|without|missing|none)\b",
            r"\b(?:lack\w*|do not (?:yet )?(?:have|hold|possess)|don't (?:yet )?(?:have|hold)|not (?:yet )?(?:have|"
            r"hold)|does not (?:show|hold|include|have)|in the absence of|missing)\b.{0,60}\bPAPER\b",
            r"\bPAPER.{0,40}\b(?:isn't|is not|are not|aren't) (?:on|in|part of) your\b",
            r"\b(?:do|did|does) not meet (?:the|our|all)(?: \w+){0,3} (?:requirements?|qualifications?|entrance "
            r"requirements?)\b",
            r"\b(?:look(?:ing|ed)?|search(?:ing|ed)?|hop(?:ing|ed)) (?:for|to find) (?:someone|somebody|a person|"
            r"people|(?:a )?candidates?|applicants?) (?:with|who (?:has|have|holds?))\b.{0,60}\bPAPER",
            r"\b(?:want|need) (?:someone|somebody|people) (?:with|who)\b.{0,80}\b(?:so|thats?|can't|cannot|"
            r"won't)\b.{0,30}\b(?:no|further|forward|you)\b",
            r"\byou (?:don't|do not|didn't|did not) (?:yet |currently )?(?:have|hold|possess)(?! (?:to|been|any "
            r"questions|time)\b)\b",
            r"\b(?:without (?:it|one|that|this|the|an?)|as you (?:lack|are missing))\b.{0,30}\b(?:we|i|they) (?:can't|"
            r"cannot|can not|could not|couldn't|are (?:unable|not able)|am (?:unable|not able))\b",
            r"\b(?:you (?:need|require)|needs?|requires?|required|asks? for|asked for|insists? on|must (?:have|hold)|"
            r"has to (?:have|hold)|minimum|wants?|demands?)\b.{0,80}\b(?:PAPER|years?|experience|licen[cs]e|degree|"
            r"fluent|grades?|hours|class \d|level [a-z0-9]\d?|german|english|french|spanish|dutch|welsh|ticket|card|"
            r"clean)\b.{0,80}\b(?:so|yours|you (?:have|told|only|are|were|qualified|said|logged|answered)|which "
            r"(?:means|you)|therefore|unable)\b",
            r"\b(?:looking for|priorit\w+|wanted|after|need|needed) (?:people|someone|somebody|candidates?|"
            r"applicants?|a person) (?:\w+ )?(?:with|who)\b.{0,30}\b(?:at least|minimum|deeper|more|\w+ years?|one "
            r"year|prior|previous|hands-on|proven|already)\b",
            r"\byou(?:r \w+)? (?:have|has|had|show|shows|bring|logged|hold|holds) (?:only|fewer|less|too (?:little|"
            r"few)|not enough|insufficient)\b",
            r"\b(?:not (?:yet )?(?:enough|sufficient)|insufficient|too little|lack(?:s|ing)? (?:of |the )?(?:\w+ )?) "
            r"?(?:\w+ )?(?:experience|qualifications?|background in)\b",
            r"\b(?:grades|hours|marks|experience) (?:are|is|fall|falls) (?:below|short|under|less than)\b",
            r"\b(?:did|do|does) not (?:fully )?(?:meet|satisfy|fulfil\w*) (?:the|all|our|one|some)(?: \w+){0,3} "
            r"(?:criteri\w+|requirements?|specification|minimum|qualifications?)\b",
            r"\bwhat we lack is\b",
            r"\bI could not find that in\b",
        ),
    ),
    (
        R.INTERVIEW_OUTCOME,
        (
            r"\b(?:your|the|in|at) (?:\w+ ){0,2}(?:interview|test|assessment|assignment|presentation|lesson|trial|"
            r"exercise|answers|system design hour|case)\b.{0,60}\b(?:did not|didn't|was not|wasn't|were not|weren't|"
            r"fell|lacked|struggled|short of|where it came unstuck|not (?:quite )?(?:reach|meet|pass|"
            r"score))\b(?!.{0,30}\bdecision\b)",
            r"\b(?:did not|didn't|not) (?:pass|attain)\b.{0,50}\b(?:pass mark|cut-?off|benchmark|threshold|test|"
            r"assessment|interview|score)\b",
            r"\b(?:clear|reach|meet) the (?:bar|level|mark)\b.{0,30}\b(?:set|ask|on-site|interview)\b",
            r"\b(?:interview|call|talk|presentation|task|tests?|trial|exercise|lesson|practical|case|round|take-?home|"
            r"answers?|part|results?)\b.{0,70}\b(?:too (?:little|slow|short|thin|vague|general|long)|missing|did not "
            r"(?:run|work|reach|pass)|didn't (?:run|work|reach|pass)|lacked|short side|unspotted|struggled|hesitan\w+|"
            r"hesitat(?:ed|ions?)|held (?:us|you) back|came unstuck|less sure|less convincing|shaky|weak(?:er|est|"
            r"ness)?)\b(?!.{0,20}\bnotice\b)",
            r"\b(?:results?|scores?|marks?)\b.{0,30}\b(?:did not|didn't|were not|was not|fell|fall|below|"
            r"under)\b.{0,40}\b(?:level|standard|line|mark|cut-?off|threshold|benchmark|required|needed|below|short)\b",
            r"\byou (?:could not|couldn't|were (?:not able|unable) to|did not|didn't) (?:\w+ )?(?:give|name|explain|"
            r"show|tell|answer|describe|demonstrate|reach|pass|clear)\b",
            r"\b(?:rejected|failed|not (?:been )?(?:cleared|selected)|eliminated|unsuccessful) (?:in|at|after) (?:the|"
            r"your) (?:[\w-]+ ){1,4}(?:round|test|assessment|exercise|interview stage)\b",
            r"\b(?:what held (?:us|you) back|(?:our|the|main|only) (?:concerns?|reservations?|doubts?) (?:was|were|is|"
            r"are|came|lay))\b",
            r"\b(?:less sure|not (?:quite )?(?:sure|convinced)|unconvinced|unsure) (?:about|of|by|"
            r"that)\b.{0,40}\b(?:your|you|answers?|how)\b",
        ),
    ),
    (
        R.OTHER_CANDIDATE,
        (
            r"\b(?:with|for|offered|to|appointed|chosen|selected|chose|favou?r of|moving|move|continu\w*|progress\w*|"
            r"hired?|preferred|given|going) (?:\w+ ){0,4}ANOTHER\b(?! (?:inquir|quest))",
            r"\bANOTHER (?:\w+ ){0,3}(?:has|have|was|were) (?:\w+ )?(?:appointed|chosen|selected|offered|hired|shown|"
            r"showed|more|accepted)\b",
            r"\bother candidates (?:showed|had|have|were|whose|who)\b",
            r"\b(?:candidates?|applicants?|someone|somebody|those|others)\b.{0,60}\b(?:more closely|more (?:relevant "
            r")?experienced?|more suitable|better suited|stronger|closer (?:to|match|fit))\b",
            r"\b(?:went|gone|going|go|chose|chosen|appointed|hired|settled|opted|decided)\b.{0,30}\b(?:with|to|for|on|"
            r"in favou?r of)? ?(?:someone|somebody|a candidate|candidates whose)\b",
            r"\b(?:job|role|post|position|place|traineeship|spot|seat) (?:\w+ ){0,2}(?:went|gone|going|given|goes) to "
            r"(?:a|an|another|someone|somebody)\b",
            r"\b(?:given|giving) the (?:[\w-]+ ){1,4}(?:job|role|post|spot|seat|place|traineeship) to\b",
            r"\b(?:appointed|selected|chosen) a (?:candidate|lady|gentleman)\b",
            r"\bpreference was given to\b",
            r"\bsecond on the order of merit\b",
            r"\b(?:with|to|on|for|hired|picked|chosen|chose|appointed|selected|taken|preferred|asked) (?:someone|"
            r"somebody) else\b",
            r"\b(?:it|its|it's|job|role|post|place|position|contract|traineeship|offer)(?:'s)? (?:has |had |have "
            r")?(?:gone|went|goes|is going) to (?:one|an?|another|some\w+|the (?:other|person|lady|girl|guy|candidate|"
            r"lad|chap))\b",
            r"\b(?:offered|offer|offering|given|gave|giving|award(?:ed)?)\b(?: [\w'-]+){0,6} to (?:some(?:one|body)|"
            r"another|an? (?:different|colleague|candidate|lady|gentleman|student|person|designer|former|nurse|"
            r"teacher|applicant)|one of (?:them|the|those)|others|the (?:other|girl|guy|lad|person|candidate|lady)|"
            r"other (?:candidates|applicants|people))\b",
            r"\b(?:made|making|extended|extending) (?:\w+ )?(?:an )?offer to (?:one|another|some\w+|an? |the (?:other|"
            r"candidate|person))",
            r"\bANOTHER\b.{0,50}\b(?:has|have|had|who|whose|met|meet|better|closer|closely|stronger|more|nearer|"
            r"instead|exactly|scored|ahead|accepted|appeared|seemed|stood)\b",
            r"\bother (?:individuals|students|profiles|submissions|people|designers|finalists)\b.{0,50}\b(?:better|"
            r"closer|closely|stronger|more|nearer|instead|exactly|ahead)\b",
            r"\b(?:identified|found|shortlisted|selected|chosen|choose|interview(?:ing)?|pursu\w+|progress\w*|"
            r"advanc\w+|ahead with|forward with|gone (?:for|with)|going (?:for|with)|went (?:for|with)|go with|"
            r"continu\w+ with|favou?r(?:ing)? of) (?:\w+ ){0,3}(?:candidates?|applicants?|people|others|students|"
            r"individuals|those|someone|somebody|a person|a designer|a colleague)\b(?:.{0,25}\b(?:whose|who|with "
            r"(?:more|direct|stronger|closer|prior|previous|a )|instead|nearer|closer))",
            r"\b(?:picked|chose|chosen|preferred|hired?|appointed|asked|took on|taken on|voted to hire|going with|"
            r"gone with|went with) (?:the|another|an?|one) (?:other |former |different |internal )?(?:\w+ "
            r"){0,2}(?:lady|girl|guy|lad|chap|woman|man|person|candidate|students?|applicant|finalist|colleague|"
            r"designer|teacher|nurse|developer)\b",
            r"\b(?:the|another|one) other (?:finalist|candidate|applicant|student|person|lady|girl|guy)\b",
            r"\b(?:she|he|they|who|which) (?:has|have) (?:now |already |been |since )*(?:accepted|said yes|signed)\b",
            r"\b(?:first|preferred|top)[- ]choice (?:candidate|applicant|\w+)\b.{0,40}\b(?:accepted|signed|said yes)\b",
            r"\bhad (?:some )?(?:stronger|closer|better[- ]qualified) (?:candidates|applicants|applications|people)\b",
            r"\bstronger (?:field|applications)\b",
        ),
    ),
    (
        R.FIT_GENERAL,
        (
            r"\b(?:not|n't|isn't|wasn't) (?:\w+ ){0,4}?(?:an? |the )?(?:\w+ )?(?:(?:right|strong enough|good|best|"
            r"close|strong|perfect) (?:match|fit|home)|(?:match|fit) (?:each other|for|between|with)|suited to|"
            r"aligned? with)\b",
            r"\b(?:do|does|did)(?: not|n't) (?:\w+ ){0,2}(?:match|fit|align|correspond|suit)\b",
            r"\b(?:do|does|did)(?: not|n't) (?:think|believe|feel|see)\b.{0,60}\b(?:fit|match|right home)\b",
            r"\boverqualified\b",
            r"\bmatch isn't there\b",
            r"\bprofile (?:does|did) not correspond\b",
            r"\bclose enough (?:match|fit)\b",
            r"\b(?:do not|don't|did not|didn't|does not|doesn't|not|never|wouldn't|isn't|wasn't|"
            r"aren't)\b.{0,40}\b(?:sits? well|suited|suit|the right (?:match|person|fit|one|profile|home|place)|a "
            r"(?:good |close |natural |strong )?(?:match|fit)|close enough|made for each other|what (?:we|they|our|"
            r"my)(?:'re| are|'s| is)? (?:\w+ )?(?:looking|need|after|searching)|meet our (?:\w+ )?needs|line up|"
            r"click)\b",
            r"\b(?:quite |too |rather |a long way |very )?far (?:away )?from what\b",
            r"\b(?:background|profile|experience|style|interests?|strengths?|heart|skills|cv)\b.{0,50}\b(?:different "
            r"(?:direction|area|field)|more (?:towards?|in|suited)|closer to|not (?:quite )?(?:meet|match|aligned?|"
            r"line up|suited|close enough|what))\b",
            r"\b(?:looking for|need|needed|after|want) (?:someone|somebody|a person|a profile) (?:\w+ )?(?:more|less) "
            r"(?:senior|junior|experienced|hands-on|technical|commercial)\b",
            r"\b(?:too|more) (?:senior|junior) (?:for|than)\b",
            r"\bover-?qualified\b",
            r"\bnot the (?:right )?(?:profile|person|fit)\b",
        ),
    ),
)
