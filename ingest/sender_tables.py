"""The tables behind ``senders.py``: platforms by mail domain (``domain.md`` §4.1), free mail, role words, suffixes."""

from store.vocabulary import SenderKind

_TRACKING = {
    "Greenhouse": "greenhouse-mail.io greenhouse.io",
    "Lever": "lever.co",
    "Workday": "myworkday.com myworkdayjobs.com otp.workday.com",
    "iCIMS": "icims.com icims.eu",
    "Taleo": "taleo.net invalidemail.com",
    "Oracle Recruiting": "oraclecloud.com cloud.oracle.com",
    "SmartRecruiters": "smartrecruiters.com smartrecruitersmail.com",
    "Ashby": "ashbyhq.com",
    "BambooHR": "bamboohr.com",
    "Jobvite": "jobvite.com",
    "SuccessFactors": "successfactors.com successfactors.eu sapsf.com sapsf.eu jobs2web.com",
    "Workable": "workablemail.com workable.com",
    "Recruitee": "recruitee-mailbox.com recruitee.com",
    "Personio": "m.personio.de m.personio.com",
    "Teamtailor": "teamtailor-mail.com teamtailor.com",
    "Comeet": "comeet-notifications.com comeet.co",
    "Rippling": "ats.rippling.com",
    "JazzHR": "applytojob.com jazzhr.com",
    "Gem": "appreview.gem.com",
    "Dover": "send.dover.com",
    "Pinpoint": "pinpoint.email",
    "JOIN": "join.com",
    "Freshteam": "freshteam.com",
    "TalentLyft": "talentlyft.com",
    "Paylocity": "paylocity.com",
    "Paycom": "paycomonline.com",
    "ADP": "adp.com",
    "Manatal": "manatal.com",
    "Gupy": "gupy.com.br gupy.io",
    "Amazon": "amazon.jobs",
    "Avature": "avature.net",
    "Breezy": "breezy-mail.com breezy.hr",
    "Cornerstone": "csod.com",
    "d.vinci": "dvinci-hr.com dvinci.de",
    "softgarden": "softgarden.io softgarden.de",
    "rexx": "rexx-systems.com rexx-recruitment.com",
    "Phenom": "phenompeople.com",
    "Eightfold": "eightfold.ai",
    "Bullhorn": "bullhornmail.com",
    "UKG": "ultipro.com",
    "Jobylon": "jobylon.com",
    "ReachMee": "reachmee.com",
    "Zoho Recruit": "zohorecruit.com zohorecruitmail.com",
    "HiBob": "hibob.com",
    "Kenjo": "kenjo.io",
    "Homerun": "homerun.co",
    "TalentAdore": "talentadore.com",
    "Welcome Kit": "welcomekit.co",
}
_BOARDS = {
    "LinkedIn": "linkedin.com",
    "Indeed": "indeed.com indeedemail.com",
    "Naukri": "naukri.com",
    "JobStreet": "jobstreet.com",
    "SEEK": "seek.com.au seek.co.nz",
    "XING": "xing.com",
    "StepStone": "stepstone.de stepstone.com",
    "Wellfound": "wellfound.com angel.co angellist.com",
    "Handshake": "joinhandshake.com",
    "ZipRecruiter": "ziprecruiter.com",
    "Glassdoor": "glassdoor.com",
    "Monster": "monster.com monster.de",
    "Dice": "dice.com",
    "Jobright": "jobright.ai",
    "Lensa": "lensa.com",
    "Otta": "otta.com welcometothejungle.com",
    "Hired": "hired.com",
    "CareerBuilder": "careerbuilder.com",
    "Reed": "reed.co.uk",
    "Totaljobs": "totaljobs.com",
    "InfoJobs": "infojobs.net",
    "Apec": "apec.fr",
    "HelloWork": "hellowork.com",
    "Arbeitsagentur": "arbeitsagentur.de",
    "Adzuna": "adzuna.com adzuna.co.uk",
    "Talent.com": "talent.com",
    "Jooble": "jooble.org",
}
_SCHEDULERS = {
    "Calendly": "calendly.com calendlymail.com",
    "GoodTime": "goodtime.io",
    "Paradox": "paradox.ai",
    "Cal.com": "cal.com",
    "SavvyCal": "savvycal.com",
    "ModernLoop": "modernloop.io",
    "Doodle": "doodle.com",
    "Cronofy": "cronofy.com",
    "YouCanBook.me": "youcanbook.me",
}
_TESTS = {
    "HackerRank": "hackerrank.com hackerrankforwork.com",
    "CodeSignal": "codesignal.com",
    "HireVue": "hirevue.com",
    "Codility": "codility.com",
    "Karat": "karat.com karat.io",
    "TestGorilla": "testgorilla.com",
    "CoderPad": "coderpad.io",
    "SHL": "shl.com",
    "Pymetrics": "pymetrics.com pymetrics.ai",
    "ModernHire": "modernhire.com",
    "Coderbyte": "coderbyte.com",
    "Tal.net": "tal.net",
    "Mettl": "mettl.com",
    "Spark Hire": "sparkhire.com",
    "Willo": "willotalent.com willo.video",
    "VidCruiter": "vidcruiter.com",
    "DevSkiller": "devskiller.com",
    "Plum": "plum.io",
    "Criteria": "criteriacorp.com ondemandassessment.com",
    "Arctic Shores": "arcticshores.com",
    "Vervoe": "vervoe.com",
}


def _by_domain(*groups: tuple[dict[str, str], SenderKind]) -> dict[str, tuple[str, SenderKind]]:
    return {
        domain: (platform, kind)
        for table, kind in groups
        for platform, domains in table.items()
        for domain in domains.split()
    }


PLATFORMS = _by_domain(
    (_TRACKING, SenderKind.TRACKING_SYSTEM),
    (_BOARDS, SenderKind.JOB_BOARD),
    (_SCHEDULERS, SenderKind.SCHEDULER),
    (_TESTS, SenderKind.TEST_PLATFORM),
)
"""Mail domain, without subdomains, to (platform's name, kind)."""

MACHINE_DOMAINS = frozenset(
    ("myworkday.com", "otp.workday.com", "talent.icims.com", "talent.icims.eu", "taleo.net", "invalidemail.com",
     "oraclecloud.com", "successfactors.com", "successfactors.eu")
)  # fmt: skip
"""Domains whose addresses carry tenants and codes, and never a mailbox that a person reads."""

FREEMAIL = frozenset(
    (
        "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.co.in ymail.com "
        "rocketmail.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.es outlook.com outlook.de "
        "outlook.fr outlook.es live.com live.co.uk live.de live.fr msn.com aol.com aol.de icloud.com me.com "
        "mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de mail.de posteo.de mailbox.org "
        "arcor.de proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com zoho.com "
        "mail.com email.com fastmail.com fastmail.fm hey.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr "
        "libero.it virgilio.it tiscali.it bluewin.ch hispeed.ch telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl "
        "wp.pl o2.pl onet.pl interia.pl seznam.cz mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com "
        "rediffmail.com qq.com 163.com 126.com sina.com naver.com hanmail.net daum.net uol.com.br bol.com.br "
        "terra.com.br comcast.net verizon.net att.net sbcglobal.net cox.net charter.net btinternet.com sky.com "
        "virginmedia.com ntlworld.com talktalk.net bigpond.com shaw.ca rogers.com videotron.ca"
    ).split()
)

ROLE_WORDS = frozenset(
    (
        "careers career jobs job hr recruiting recruitment recruiter recruiters recruit talent talents hiring team "
        "people apply application applications applicant candidate candidates noreply info contact hello support "
        "office admin mail email news newsletter service services notification notifications system do not reply "
        "no bewerbung bewerbungen bewerber karriere personal personalabteilung stellen recrutement rh candidature "
        "candidatures empleo seleccion rrhh acquisition resources department onboarding interviews interview "
        "scheduling workday greenhouse lever team kontakt jobsupport employment staffing academy university "
        "company gmbh inc ltd group international"
    ).split()
)
"""Words in a local part or display name that stand for a function, not for a person."""

SHARED_LABELS = frozenset(
    "na us eu uk ca ap au de message messages mail email m www app notifications noreply no-reply workday talent my "
    "hire jobs careers hr donotreply system support".split()
)
"""Labels and local parts that name a region or a service, never an employer."""

TWO_LEVEL_SUFFIXES = frozenset(
    (
        "co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk nhs.uk com.au net.au org.au edu.au gov.au co.nz org.nz "
        "ac.nz govt.nz co.za org.za co.in org.in net.in ac.in edu.in gov.in firm.in co.jp or.jp ne.jp ac.jp go.jp "
        "co.kr or.kr ac.kr com.br org.br net.br gov.br com.mx org.mx gob.mx com.ar org.ar com.co com.pe com.cl "
        "com.ve com.ec com.uy com.cn org.cn net.cn edu.cn gov.cn com.hk org.hk edu.hk com.tw org.tw edu.tw com.sg "
        "edu.sg org.sg com.my edu.my com.ph com.vn edu.vn co.th ac.th or.th co.id ac.id or.id com.tr edu.tr org.tr "
        "co.il ac.il org.il com.pl org.pl edu.pl com.ua com.eg com.sa com.pk edu.pk com.bd com.ng co.ke or.at "
        "co.at ac.at com.pt com.es org.es com.gr com.cy com.mt gouv.fr asso.fr com.fr"
    ).split()
)
"""Public suffixes of two labels that mail is met from; the full list changes weekly and is not needed for this."""
