"""The words by which running text tells of decisions: taken, cited, proposed, to come."""

from __future__ import annotations

import re

from models.swedish.bodies import BODY_WORD

_OBJECT = (
    r"(?=[.:,;]| (?:(?:att|om|den|vid|i|på|enligt|då|även|också|därefter|därför|hos)\b"
    r"|\d|(?-i:[A-ZÅÄÖ])|[\w-]+(?:en|ige|et)\b))"
)
"""What follows "beslutade" where it is a verb and not a participle ("beslutade insatser")."""
PAST = re.compile(
    rf"\b(?:beslutade{_OBJECT}|beslutades|beslöt[os]?|beslutats?|fattade beslut|fattat beslut|antogs?"
    r"|godkändes?|fastställdes?|bordlades?|återremitterades?|av?fslogs?|biföll[s]?|uppdrogs?|utsågs?|valdes?"
    r"|överlämnade|remitterade|upphävdes?|beviljades?|delegerades?|antagits?|antagit|fastställts|godkänts"
    r"|beviljat|anslagit|godkänt|fastställt|tillstyrkt|a[vf]styrkt|upphäf?vt|yttrat sig|förordnat"
    r"|lämnat (?:utan bifall|dispens|bifall)"
    r"|bordlagts|bifallits|avslagits|remitterat|överlämnat|hänskjutit|återremitterat|bordlagt|bifallit|avslagit"
    r"|har (?:i|genom) (?:sitt )?beslut"
    r"|lämnade (?:\w+ )?(?:planbesked|förhandsbesked|dispens|tillstånd)"
    r"|uppdragit|delegerat|förelagt|förelade|medgivit|medgett|utsett|överlåtit|överlät|anslog|avgett|avgivit"
    r"|återremitterats|avslog|(?:fick|gav|gavs|fått)\b.{0,60}\bi uppdrag"
    r"|(?:planbesked|(?:bygg|mark|rivnings)?lov|förhandsbesked|dispens|tillstånd) (?:lämna|meddela)des"
    r"|lades\b.{0,40}\btill handlingarna)\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:beslutar|beslutade|beslöt[os]?|besluts|bordlades?|biföll|bifölls|a[vf]slogs?|godkändes?"
    r"|fastställdes?|antogs?|återremitterades|utsågo?s?|valdes?|valdo|antogo|biföllo|godkände|beviljade|beviljades?|uppdrogo?s?|bestämdes"
    r"|anslogs|a[vf]ga[vf]s|anvisades|förordnades|antecknades|hänvisades|remitterades|överlämnades|hänskö[ts]{1,2}s"
    r"|uppsköts|a[vf]skre[vf]s|bemyndigades|befullmäktigades|delegerades|entledigades|medg[ae][vf]s"
    r"|hade (?:\w+ )?beslutat|har (?:alltså|således|sålunda|därmed) (?:utsett|valt|bifallit|avslagit|antagit)"
    r"|förklara(?:de)?s h?vilande"
    r"|finner (?:sammanträdet|mötet|stämman) (?:vara )?(?:i )?behörig\w*(?: ordning)? (?:ut|kung|sam)\w+)\b"
    r"|\blades\b.{0,40}\btill handlingarn[ae]"
    r"|^(?:nämnden|styrelsen|utskottet|kammaren|stämman|beredningen) (?:till|a[vf])styrkte\b"
    r"|\b(?:varför|hvarför|hvadan|sålunda|således|alltså)\b.{0,60}"
    r"\bhade (?:\w+ ){0,2}(?:bifallit|a[vf]slagit|antagit|godkänt)\b"
    r"|\bhade (?:alltså|således|sålunda|därmed)\b.{0,50}"
    r"\b(?:beslutat|(?:bifalli|a[vf]slagi|antagi)ts?|utsetts)\b"
    r"|\bvar (?:alltså|således|sålunda|därmed)\b.{0,60}"
    r"\b(?:utsedd|vald|(?:antage|bifalle|a[vf]slage)[nt])\b"
    r"|\bhvadan .{0,40}\b(?:bifallit|a[vf]slagit|antagit)\b"
    r"|\blät (?:där|här|der)vid bero\b|\b(?:kunde|ville)\b.{0,40}\b(?:icke|ej|inte) bifalla\b"
    r"|\bi följd (?:h?vara[vf]|d[äe]ra[vf])\b.{0,60}\bvar (?:antage|bifalle|a[vf]slage)[nt]\b"
    r"|\bble[vf] .{0,80}\b(?:bifalle[nt]|a[vf]slage[nt]|antage[nt]|godkän[dt]|bevilja[dt]|utsedd|vald)\b",
    re.IGNORECASE,
)
"""Verbs by which minutes without headings take a decision."""
OWN = re.compile(
    rf"^\s+(?:sålunda |därför |således |enhälligt )?(?:h(?:err|rr)\w* )?{BODY_WORD}\b",
    re.IGNORECASE,
)
"""What follows a verb whose subject is a body of the municipality: "beslöto kommunalfullmäktige"."""
CLOSES = re.compile(
    r"\b(?:bordläggs|bordlägges|fastställs|fastställes|godkänns|godkännes|noteras|antecknas|antas|antages|avslås"
    r"|bifalls|bifalles|återremitteras|överlämnas|utses|väljs|uppdras|beviljas|tillstyrks|avstyrks|avskrivs"
    r"|remitteras|entledigas|delegeras|upphävs|beslutas|läggs|lägges|tas|tages|anses)\b"
    r"|\bärendet utgår\b"
    rf"|^(?:\w+ (?:och )?){{0,2}}{BODY_WORD} (?:\w+ ){{0,2}}?"
    r"(?:godkänner|noterar|antecknar|tackar|tackade|lägger|antar|fastställer|bordlägger|återremitterar|avslår|bifaller"
    r"|utser|väljer|beviljar|ger|uppdrar|tillstyrker|avstyrker|överlämnar|ställer|tar|har tagit|anser)\b",
    re.IGNORECASE,
)
"""Verbs of the present by which an item without headings closes: "Ärendet bordläggs", "Nämnden noterar"."""
OF_MINUTES = re.compile(
    r"^(?:detta |att detta )?protokoll(?:et)?\b(?! (?:från|för|fört|vid|av|af)\b)"
    r".{0,80}\b(?:anslog|anslagit|justera|upplä|upptag)"
    r"|^bestämdes (?:tid|dag)\w*\b",
    re.IGNORECASE,
)
"""What was done with the minutes themselves."""
FINDS = re.compile(r"\b(?:finner|fann|finnes)\b", re.IGNORECASE)
"""The chair finds how the meeting has answered; the decision itself stands after it."""
PROPOSED = re.compile(
    r"\b(?:föreslår|föreslog|föreslagit|yrkar|yrkade|hemställer|hemställde|hemställt|förslag till"
    r"|bör|skulle|måtte)\b",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"\b(?:beslut(?:ar|ade|at|a)?|beslöt[os]?|hemställ(?:er|a|de)|yrkar|begär|föreslogs?(?:\s+\S+){0,4}|föreslå(?:r|s)?(?:\s+\S+){0,4}"
    r"|(?:föreslagit|hemställt)(?:\s+[^\s.]+){0,3})"
    rf"(?:(?:\s+hos)?\s+{BODY_WORD})?"
    r"(?:\s+(?:för egen del|härmed|därför|således|sålunda|enhälligt|följande))?"
    r"(?:\s*,?\s*att)?\s*[:,]?$",
    re.IGNORECASE,
)
"""A sentence that only leads to the points listed under it."""
FUTURE = re.compile(
    r"\bkommer att (?:fatta beslut|besluta)\b|\bbeslutet?\b.{0,30}\bfatta[rs]\b.{0,60}"
    r"\b(?:i slutet av|under (?:våren|hösten|sommaren|vintern|året)|senare|kommer"
    r"|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))",
    re.IGNORECASE,
)
OFFICE_PROPOSES = re.compile(
    r"(?:[\w-]+ ){0,4}?[\w-]*(?:kontoret|förvaltningen|kansliet|enheten|avdelningen|chefen|direktören"
    r"|arkitekten|ingenjören|sekreteraren|handläggaren)(?: [A-ZÅÄÖ][\w-]+){0,3} föreslår,? att\b",
    re.IGNORECASE,
)
"""What an office or an official proposes in running text."""
ELSEWHERE = re.compile(
    rf"^(?:[\w-]{{1,40}} ){{0,4}}?{BODY_WORD} (?:har )?"
    r"(?:(?:beslutade|beslöt|beslutat|fattade|föreslår|föreslog|tillstyrker|tillstyrkte|avstyrker|avstyrkte|anser)\b"
    r"|.{0,45}\b(?:beslutat|föreslagit|föreslog|tillstyrkt|avstyrkt)\b)",
    re.IGNORECASE,
)
"""A sentence whose subject is a body that decided or proposed: with a day or § it is an earlier decision."""
RULING = re.compile(
    r"\b(?:[Ll]änsstyrelsens|[Rr]egeringens|[Ll]änsrättens|[Kk]ammarrättens|[Ff]örvaltningsrättens|[Hh]ovrättens"
    r"|[Tt]ingsrättens|[Mm]ark- och miljödomstolens|[Hh]ögsta förvaltningsdomstolens|[Rr]egeringsrättens"
    r"|\w+(?:nämnden|verket|inspektionen|myndigheten)s) (?:beslut|dom|utslag|resolution)\b"
)
"""What another authority decided, told by a noun: "Länsstyrelsens beslut"."""
ABOUT = re.compile(r"\b(?:om|att|varigenom|hvarigenom|angående|rörande|enligt)\b", re.IGNORECASE)
"""What follows such a noun where more is told than that there is a ruling."""
CITING = re.compile(
    r"\b(?:föreslog|föreslagit|hemställt|tillstyrkte?|a[vf]styrkte?|noterade|behandlade|behandlat"
    r"|yttrade sig)\b",
    re.IGNORECASE,
)
"""Verbs of what a body did with a matter without deciding it."""
MOTION = re.compile(r"\b(?:har|hade) i (?:en )?(?:motion|interpellation|enkel fråga)\b", re.IGNORECASE)
"""What a member proposed, who is no body."""
CITED = re.compile(
    r"\b[\w/-]+s\s+(?:beslut|protokoll)\b|\b(?:beslut|protokoll)\s+(?:från|av|i)\b"
    r"|^\W*[\w-]+(?:nämnden|styrelsen|fullmäktige|utskottet)\b",
    re.IGNORECASE,
)
"""An entry of a list of documents that is a decision."""
OTHERS = re.compile(
    r"(?:^(?!(?:Till|I|Vid|För|På|Efter|Mot|Under|Om)\b)(?:\W|[A-ZÅÄÖ][\w-]+ (?!\w+s )){0,2}?|\batt )"
    r"(?:[Ll]änsstyrelse(?!ns (?!(?:beslut|dom|utslag|resolution)))\w*|[Dd]omkapitlet"
    r"|(?:Kong?l?\.?|Kungl\.?) ?Maj:ts?|(?:Konungens|Kungl\.) [Bb]efallningsha[fv]+ande"
    r"|[Rr]egeringen|[Rr]iksdagen|[Ll]andsting\w*"
    r"|[Rr]egion(?!al)\w*|(?:(?!(?:från|av|af|om|till|angående|rörande)\b)[\w-]+ (?:och |för )?){0,3}"
    r"[\w-]*(?:domstol\w*|rätten|förbund\w*|myndighet\w*|verket|inspektionen)"
    r"|Styrelsen)\b"
    r"|\b[A-ZÅÄÖ]{2,}\b(?=.{0,80}\bhar fattat beslut)"
    r"|\bav (?:[Ll]änsstyrelsen|[Rr]egeringen|[Ll]andstinget|[Rr]egionen"
    r"|[\w-]*(?:domstolen|rätten|verket|myndigheten))\b"
)
"""Who decides without being a body of the municipality: at a sentence's start, or as agent."""
ADOPTED = re.compile(
    r"\b(?:antag(?:en|et|na|it)|fastställ[dt]|reviderad[et]?|reviderat|beslutad)\b", re.IGNORECASE
)
ADOPTS = re.compile(
    r"^(?:\w+ ){0,3}(?:antag(?:en|et|na)|fastställ[dt]|revidera(?:d|t)|ändra(?:d|t)|beslutad)\b"
    r"(?: \w+){0,3} av\b"
    r"|^antag(?:en|et) (?:den )?\d",
    re.IGNORECASE,
)
"""A document's own note of who adopted it, at the start of a line."""
ASIDE = re.compile(
    r"\bsom\b.{0,40}\b(?:antagits|antagit|fastställts|beslutats|beslutat|beslutade|fatta(?:de|t) beslut)\b",
    re.IGNORECASE,
)
"""A decision told of in a relative clause."""
ANNOUNCES = re.compile(
    r"\bföljande(?: beslut(?:ades?)?)?\W*$|\bbeslut(?:ade|ades|ar|at)(?: följande)?:$", re.IGNORECASE
)
SECOND = re.compile(
    r",?\s{1,4}(?:samt|och|hvarjemte|varjämte|hvarefter|varefter)\s+"
    r"(?:(?=att (?:hos \w+ )?(?:hemställa|föreslå)\b)|(?=(?:\w+\s+){0,2}"
    r"(?:beslöt|beslutade|beslutades|uppdrog|uppdrogs|utsågs|valdes|lades|godkändes|bestämdes"
    r"|anslogs|anvisades|förordnades|bemyndigades|bordlades|remitterades|hänvisades|beviljades|fastställdes)\b))",
    re.IGNORECASE,
)
"""Where a second decision begins within a sentence."""
APART = re.compile(r";\s+")
"""Where what follows is said by itself, though no full stop stands there."""
ADOPTED_BY_LIST = re.compile(
    r"\b(?:antag(?:en|et|na|it)|fastställ[dt])\b.{0,80}\benligt följande:?\s*", re.IGNORECASE
)
ENTRY = re.compile(r"(?=\b[A-ZÅÄÖ][a-zåäö]+(?: kommun)?:\s)")
"""Where the next place or body of such a list begins."""
ENTRY_OR_DAY = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?: kommun)?:(?:\s|$)|(?:19|20)\d\d-\d\d-\d\d\b")
"""How a line of such a list may begin."""
