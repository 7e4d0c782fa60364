"""The words behind ``employer_names.py``: what is never part of an employer's name, and what people are called."""

NOISE_WORDS = frozenset(
    (
        "careers career jobs job hr recruiting recruitment recruiter recruiters recruit talent acquisition hiring "
        "team teams "
        "people culture no-reply noreply no reply do not donotreply via icims workday notification notifications the "
        "human resources resourcing applicant applicants candidate candidates candidature candidatures application "
        "applications "
        "tracking system mailer mail email e-mail service services-desk bewerbung bewerbungen bewerbermanagement "
        "karriere "
        "personalabteilung personal recruitingteam recrutement rh ressources humaines equipe équipe seleccion "
        "selección "
        "rrhh empleo recursos humanos equipo onboarding interview interviews scheduling scheduler coordinator "
        "coordination "
        "automated auto message messages alert alerts hub portal ats bot assistant your my our & and and/or "
        "resourcing "
        "shared inbox mailbox workplace global support admissions vacancies vacancy jobalert jobalerts "
        "academy-recruitment "
        "bewerberservice stellen und early assessments assessment tests cell apply "
        "personalgewinnung karriereportal personalamt personalmanagement personalservice personalrekrutierung "
        "bewerberportal terminservice ausbildung drh grh brh pôle secrétariat attraction talents dotation "
        "saisonniers exploitation reclutamiento gestión gestion humana personas sede electrónica electronica "
        "secretaría secretaria"
    ).split()
)
DEPARTMENT_WORDS = frozenset(
    (
        "office department dept admin administration administrator finance board clerk town control room secretary "
        "manager "
        "director head desk team service services programme program scheme campaign panel committee unit section "
        "branch "
        "division school doctoral graduate summer fellowships fellowship interns intern internship internships "
        "operations "
        "reception studio shop store customer client info hello contact general main regional national staff faculty "
        "dean "
        "principal headteacher head-teacher matron practice partner partners owner founder ceo cto chair secretariat "
        "personnel payroll training learning development vetting rota bookings events production engineering design "
        "tech "
        "technology marketing sales legal compliance audit research science it digital data editorial news early "
        "years "
        "trainer nursing of for in a an der die das le la les el los und et y de du des direction direktion "
        "sekretariat büro buero "
        "leitung geschäftsführung verwaltung geschaeftsfuehrung secretariat bureau oficina dirección direccion "
        "gerencia "
        "outreach executive workforce locum agency senior junior lead chief officer front house back kitchen bar floor"
    ).split()
)
NO_EMPLOYERS = frozenset(
    (
        "university campus student students airport plant city town corporate search docs collections content company "
        "administrative servicing medical saas sap stand stores programme programmes program programs scheme insight "
        "ux spring autumn winter analyst associate initial our your more local depot site location home start inicio "
        "ausbildungs bewerbungs personalteam auswahl vergabe besetzung bearbeitung unternehmen ein eine niederlassung "
        "filiale standort rückfragen fragen ihnen atracción talento campaña empresa sede entreprise site agence "
        "recrutements candidats and or of the in"
    ).split()
)
"""Words that are no employer's name by themselves or with each other: "University Recruiting", "Campus team"."""
NO_LAST_WORDS = frozenset(
    "programme program scheme internship internships intern class opportunity opportunities role opening openings "
    "course "
    "training apprenticeship traineeship fellowship".split()
)
"""What ends the name of a programme, not that of an employer."""
LEGAL_ENDINGS = frozenset(
    "ag co corp gmbh inc kg limited llc llp ltd plc sa sarl sas se sl slu srl bv nv oy ab as".split()
)
SLUG_ENDINGS = (
    "university", "hospitals", "hospital", "academy", "college", "school", "museum", "institute", "foundation",
    "library",
    "theatre", "theater", "council", "charity", "trust", "hospice", "clinic", "surgery", "dental", "pharmacy",
    "medical",
    "healthcare", "health", "nursery", "homes", "care", "staffing", "staff", "recruitment", "recruiting", "resourcing",
    "personnel", "search", "talent", "consulting", "partners", "solutions", "systems", "software", "technologies",
    "technology", "robotics", "biotech", "pharma", "therapeutics", "sciences", "labs", "studios", "studio", "games",
    "media", "press", "books", "publishing", "designs", "design", "kitchen", "bakery", "brewery", "restaurants",
    "restaurant",
    "hotels", "hotel", "stores", "store", "foods", "farms", "farm", "garden", "gardens", "logistics", "freight",
    "shipping",
    "marine", "airlines", "aviation", "motors", "energy", "electric", "power", "water", "stamping", "castings",
    "foundry",
    "steel", "metals", "plastics", "building", "builders", "construction", "engineering", "roofing", "plumbing",
    "solicitors",
    "legal", "accountants", "insurance", "bank", "banking", "capital", "finance", "mutual", "group", "holdings",
    "services",
    "security", "cleaning", "interiors", "digital", "mobile", "wireless", "telecom", "networks", "cloud", "analytics",
    "archive", "gallery", "arts", "choir", "club", "fitness", "sports", "travel", "supply", "pflege", "klinik",
    "klinikum",
    "werke", "werk", "verlag", "bau", "technik",
)  # fmt: skip
"""Words that end a slug written in one; split off, "tallgrasssoftware" reads "Tallgrass Software"."""
VENDORS = (
    "Zoom", "Microsoft Teams", "Google Meet", "Google Calendar", "Outlook", "DocuSign", "HelloSign", "Adobe Sign",
    "Dropbox Sign",
    "Checkr", "HireRight", "Sterling", "Talview", "myInterview", "Assessio", "Hogan", "Thomas International",
    "Testify",
    "Wonderlic", "Predictive Index", "eSkill", "iMocha", "HackerEarth", "LeetCode", "Gmail", "WhatsApp", "Telegram",
    "Slack",
    "Trac", "Tribepad", "Jobtrain", "Applied", "Beamery", "Phenom People", "Paradox Olivia", "Olivia", "Indeed Apply",
    "LinkedIn Jobs", "Interviewing.io", "Byteboard", "Woven", "Filtered", "Glider", "Xobin", "Adaface", "Testlify",
)  # fmt: skip
"""Vendors that are met in mail and have no mail domain in ``ingest/sender_tables.py``."""
FIRST_NAMES = frozenset(
    (
        "aaron abdul abigail adam adele adrian agnes ahmed aidan aisha alan alba albert alejandro alessandra alex "
        "alexander "
        "alexandra alexandre alexis alfie alfred ali alice alicia alison allison alma amanda amara amelia amina amir "
        "amy ana "
        "anders andre andrea andreas andrew andy angel angela angelika anil anita anja ann anna anne annette annie "
        "anneliese "
        "anthony antoine antonio anton araceli araminta arjun arlene arnaud arthur asha ashley astrid audrey axel "
        "ayesha barbara "
        "barry beatrice beatriz becky ben benedikt benjamin benoit bernard bernd bert beth bettina bianca bill "
        "birgit björn "
        "blanca bob boris brenda brian bridget bruce bruno caitlin camille carl carla carlos carmen carol carole "
        "caroline "
        "carolina carolyn catherine cathy cecile cecilia celine chantal charles charlie charlotte chiara chloe chris "
        "christa "
        "christian christina christine christoph christophe christopher ciara claire clara clare claude claudia "
        "claus clement "
        "colin connor consuelo corinna corinne craig cristina cynthia dagmar damien dan dana daniel daniela danielle "
        "darlene "
        "darren dave david dawn dean deborah declan delphine denis denise derek diana diane diego dieter dirk "
        "dolores dominic "
        "dominik dominique don donna doris dorothea dorothy doug duncan dylan eamon ed eddie edith edmund eduardo "
        "edward "
        "eileen elaine elena eleanor elias elisa elisabeth elise elizabeth elke ella ellen elliot elodie elsa emily "
        "emma "
        "emmanuel enrique eric erica erik erika ernst esther estelle eugene eva evan eve evelyn fabian fabienne "
        "farah fatima "
        "federico felicity felipe felix fernando finn fiona florence florian folasade frances francesca francesco "
        "francis "
        "francisco francois franck frank franz fred freddie frederic friedrich fritz gabriel gabriela gabriele "
        "gareth gary "
        "gavin gemma genevieve geoff george georgia georgina gerald gerard gerd gerhard gethin gilles gillian gina "
        "giulia "
        "gloria gonzalo gordon grace graham greg gregor gregory greta guido guillaume guillermo gunter gustavo guy "
        "hannah "
        "hanna hannes hans harald hari harriet harry hassan hayley heather hector heidi heike heiko heinrich heinz "
        "helen "
        "helena helene helga helmut hendrik henri henry herbert hilde hilary holger holly horst howard hubert hugh "
        "hugo ian "
        "ibrahim ida ignacio imogen imran ines inga inge ingrid irene irina iris isabel isabella isabelle ivan jack "
        "jackie "
        "jacob jacqueline jacques jaime jake jakob james jamie jan jana jane janet janice jasmin jasmine jason "
        "javier jean "
        "jeff jeffrey jennifer jenny jens jeremy jerome jess jessica jill jim jo joachim joan joana joanna joanne "
        "jochen jodie "
        "joe joel johan johann johanna johannes john jon jonas jonathan jordan jorge jose josef joseph josephine "
        "josh joshua "
        "joy joyce juan juana judith julia julian juliana julie julien juliet june jurgen justin jutta kai kamal "
        "karen karim "
        "karin karl karolina kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavita keith "
        "kelly ken "
        "kenneth kerry kevin khalid kiran kirsten kirsty klaus konrad kristin kristina kurt kyle lars laura lauren "
        "laurence "
        "laurent lea leah lee leila lena leo leon leonie lerato lesley leslie lewis liam lilian lily linda lisa liz "
        "lorenzo "
        "lorna lorraine louis louisa louise luc luca lucas lucia lucie lucy luis luisa luise lukas luke lydia lynn "
        "maddie "
        "madeleine magdalena mags maggie malcolm manfred manuel manuela marc marcel marco marcos marcus margaret "
        "margarita "
        "margot maria mariana marianne marie marina mario marion marisol marjorie mark markus marlene marta martha "
        "martin "
        "martina mary mathias mathieu mathilde matt matteo matthew matthias maureen maurice max maxime maya meera "
        "megan mehmet "
        "melanie melissa mercedes michael michaela michel michele michelle miguel mike milena millie miranda miriam "
        "mo mohamed "
        "mohammed moira moritz muhammad nadia nadine nancy naomi natalia natalie natasha nathalie nathan neil nia "
        "niamh "
        "nicholas nick nico nicola nicolas nicole nigel nikhil nikola nina noah noel noreen nora norbert norma "
        "norman olaf "
        "oliver olivia olivier orla oscar oskar pablo paloma pamela paola pascal pat patricia patrick patrik paul "
        "paula "
        "pauline pedro penny peter petra phil philip philipp philippe phoebe pierre pilar piotr polly priya rachel "
        "rafael "
        "rahul rainer raj ralf ralph ramon raquel ravi raymond rebecca regina reiner remi renata renate rene ricardo "
        "richard "
        "rick rita rob robert roberta roberto robin rodrigo roger roland rolf roman ronald ronan rosa rosalind "
        "rosario rose "
        "rosemary rosie ross roxane roy ruben rudolf rupert russell ruth ryan sabine sabrina saeed sally sam "
        "samantha samir "
        "samuel sandra sandrine sanjay sara sarah scott sean sebastian sebastien serene serge sergio seth shane "
        "shannon sharon "
        "shelley sheila shirley sian sigrid silke silvia simon simone siobhan sofia sonia sonja sophia sophie stan "
        "stefan "
        "stefanie steffen stella stephan stephane stephanie stephen steve steven stuart sue sunita susan susana "
        "susanne suzanne "
        "sven svenja sybille sylvia sylvie tamara tania tanja tara tatiana ted teresa terry tess thea theo theresa "
        "thierry "
        "thomas thorsten tim timo tina tobias todd tom tomas tony torsten tracey tracy trevor tristan udo ulrich "
        "ulrike ursula "
        "ute uwe valentin valerie vanessa vera verena verity veronica veronika veronique vicky victor victoria vijay "
        "vikram "
        "viktor vincent virginia virginie volker walter wayne wendy werner wilhelm will william winston wolfgang "
        "xavier yan "
        "yann yasmin yasmine yolanda yusuf yves yvonne zainab zara zoe lucía josé andrés maría sofía hélène rené "
        "jürgen günter "
        "jörg björn müge céline cécile chloé zoé andré françois jérôme léa mélanie noémie raphaël rémi sébastien "
        "stéphane "
        "stéphanie thérèse valérie véronique álvaro ángel ángela begoña íñigo jesús martín mónica óscar raúl rubén "
        "tomás verónica"
    ).split()
)
"""First names that are met in display names; ones that are also employers' names ("Chase", "Morgan") are left out."""
