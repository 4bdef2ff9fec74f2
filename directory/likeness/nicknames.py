"""Given names that one person goes by: each line holds a name and its short forms."""

from collections.abc import Iterator

# Own knowledge of common US names. A short form of two names stands in both lines.
_LINES = """
abigail abby abbie gail
albert al bert bertie
alexander alex alec xander sasha
alexandra alex alexa lexi sandra sasha
alfred al fred freddie
allison allie ali
amanda mandy
andrea andie
andrew andy drew
angela angie
anthony tony
antonio tony
arthur art artie
barbara barb babs bobbie
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
bridget bridie
calvin cal
cameron cam
carolyn carol lyn
catherine cathy cat cate kate katie kitty
charles charlie chuck chas
charlotte charlie lottie
christina chris chrissy tina christy
christine chris chrissy tina christy
christopher chris topher kit
clifford cliff
clinton clint
constance connie
cynthia cindy
daniel dan danny
david dave davey
deborah deb debbie
denise denny
dennis denny
dolores lola
donald don donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted ned
eleanor ellie nora nell
elizabeth liz beth betsy betty lizzie eliza libby elisa
emily em emmy
eugene gene
evelyn evie
florence flo
frances fran francie
francis frank
francisco paco pancho frank
franklin frank
frederick fred freddie
gabriel gabe
gabriela gabi gabby
gabrielle gabby gabi
gary gar
geoffrey geoff jeff
gerald jerry gerry
gregory greg
guadalupe lupe
harold hal harry
harriet hattie
helen nell
henry hank harry
howard howie
isabel bella izzy belle
isabella bella izzy belle
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
janice jan
jeffrey jeff
jennifer jen jenny
jeremy jerry
jessica jess jessie
joan joanie
joel joe
john jack johnny jon
jonathan jon nathan
joseph joe joey
josephine jo josie
joshua josh
joyce joy
judith judy
julia julie jules
justin jus
katherine kathy kate katie kat kit
kathleen kathy kate katie
kathryn kathy kate katie kat
kenneth ken kenny
kimberly kim
kristin kris kristy
kristina kris kristy tina
lawrence larry
leonard leo len lenny
leslie les
lillian lily lil
louis lou
louise lou
lucille lucy
manuel manny
margaret maggie meg peggy marge margie greta rita
maria mia
marjorie marge margie
martin marty
matthew matt matty
maureen mo
maxwell max
megan meg
melanie mel
melissa mel missy lissa
melvin mel
michael mike mikey mick
michelle shelly
mildred millie
mitchell mitch
natalie nat
nathan nate
nathaniel nate nathan nat
nicholas nick nicky
nicole nicky nikki
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phil
phillip phil
phyllis phyl
priscilla cilla
rachel rach
raymond ray
rebecca becky becca
regina gina
richard rick rich dick ricky
robert bob rob bobby robbie bert
roberta bobbie
roger rog
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sam
samuel sam sammy
sandra sandy
sarah sally sadie
sharon shari
shirley shirl
sophia sophie
stanley stan
stephanie steph
stephen steve stevie
steven steve stevie
suzanne sue suzy
susan sue susie suzy
tamara tammy
teresa terry tess
terence terry
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie roni
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
vivian viv
walter walt
wesley wes
william bill will billy willie liam
winifred winnie
zachary zach zack
"""


def _names_by_form() -> Iterator[tuple[str, str]]:
    for line in _LINES.split("\n"):
        name, *forms = line.split() or [""]
        for form in (name, *forms):
            if form:
                yield form, name


def _collected() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, name in _names_by_form():
        found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


_NAMES = _collected()


def names_behind(given: str) -> frozenset[str]:
    """Return the full names that a given name in small letters may stand for, itself at least."""
    return _NAMES.get(given) or frozenset((given,))


def are_forms_of_one(a: str, b: str) -> bool:
    """Tell whether two given names in small letters may be one: `bob` and `robert`."""
    return a == b or not names_behind(a).isdisjoint(names_behind(b))
