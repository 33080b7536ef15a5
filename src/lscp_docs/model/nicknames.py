"""Common short forms of English forenames: this project's own list, of what people commonly say."""

from __future__ import annotations

_LIST = """
abigail: abby abbie abi gail
adam: ad
aidan: aid
albert: al bert bertie albie
alexander: alex al xander sandy lex alec sasha
alexandra: alex lexi lexie sandra sasha
alfred: alf alfie fred freddie
alison: ali allie
amanda: mandy manda
amelia: amy millie milly mia
andrea: andie
andrew: andy drew
angela: angie ange
anita: nita
ann: annie nan nancy
anna: annie
anne: annie nan
annabel: annie bella belle
anthony: tony ant
antonia: toni tonia
arthur: art artie
barbara: babs barb
barnaby: barney
beatrice: bea trixie
benedict: ben
benjamin: ben benny benji
bernadette: bernie
bernard: bernie
bethany: beth
bradley: brad
brenda: bren
calum: cal
cameron: cam
caroline: carrie caz caro
catherine: cath cathy kate katie kitty cat
cecilia: celia cissy
charles: charlie chas chuck
charlotte: charlie lottie lotty char
christina: chris chrissie tina
christine: chris chrissie
christopher: chris kit topher
clara: clare
claudia: claud
cornelius: con neil
craig: craigy
cynthia: cindy
daniel: dan danny
danielle: dani danny
david: dave davy davie
deborah: deb debbie debs
denis: den
dennis: den denny
derek: del
diana: di
dominic: dom nic
donald: don donnie
dorothy: dot dotty dolly
douglas: doug dougie
edmund: ed eddie ted
edward: ed eddie ted teddy ned
edwin: ed eddie
eleanor: ellie nell nellie nora
elizabeth: beth betty eliza liz lizzie libby betsy bess elsie lisa
ella: ellie
ellen: nell ellie
emily: em emmy millie
emma: em emmy
emmanuel: manny
ernest: ernie
eugene: gene
ethan: eth
evelyn: evie eve
ezekiel: zeke
florence: flo florrie flossie
frances: fran frankie fanny
francesca: fran fran chess chessie
francis: frank frankie fran
frederick: fred freddie freddy rick
gabriel: gabe
gabriella: gabby ella
gabrielle: gabby
gareth: gaz
gary: gaz gazza
gavin: gav
geoffrey: geoff jeff
george: georgie
georgina: georgie gina
gerald: gerry jerry
geraldine: gerry
gertrude: gertie trudy
gillian: gill jill
gordon: gord
graham: gray
gregory: greg
gwendolen: gwen
hannah: han
harold: harry hal
harriet: hattie harry
harrison: harry
heather: hev
helen: nell nellie
henrietta: hettie etta
henry: harry hal hank
herbert: herb bert
hubert: bert hugh
hugh: hughie
imogen: immy immie
isaac: zac ike
isabel: izzy bella belle issy
isabella: izzy bella belle issy
jacob: jake
jacqueline: jackie jacqui
james: jim jimmy jamie
jane: janie jenny
janet: jan
janice: jan
jasmine: jas jazz
jason: jay jase
jeffrey: jeff
jennifer: jen jenny jenna
jeremiah: jerry
jeremy: jez jerry jem
jessica: jess jessie
joan: joanie
joanna: jo joey
joanne: jo
john: johnny jack jon
jonathan: jon jonny john
joseph: joe joey
josephine: jo josie
joshua: josh
judith: judy jude
julia: julie jules
julian: jules
julie: jules
juliet: jules
karen: kaz
katherine: kate katie kathy kath kat kitty
kathleen: kath kathy kathie
kathryn: kate katie kath kathy
katrina: kat trina
kayleigh: kay
keith: keef
kenneth: ken kenny
kevin: kev
kimberley: kim
kirsten: kirsty
kristina: kris tina krissy
laura: laurie
lauren: loz laurie
lawrence: larry laurie
leonard: len lenny leo
leslie: les
lewis: lew lewie
liam: lee
lillian: lily lil
linda: lin lindy
lindsay: linds
louis: lou louie
louisa: lou
louise: lou
lucas: luke
lucinda: lucy cindy
lucy: lu luce
luke: lukey
lydia: liddy
lynda: lyn
mackenzie: kenzie mac
madeleine: maddie maddy
madison: maddie maddy
malcolm: mal malc
marcus: marc
margaret: maggie meg megan peggy madge marge margie greta rita daisy
maria: mia
marie: mimi
marjorie: marge margie
martha: marty
martin: mart marty
mary: molly polly mae
mathew: matt matty
matilda: tilly tilda mattie
matthew: matt matty
maureen: mo
maurice: mo
maxwell: max
maximilian: max
megan: meg meggie
melanie: mel
melissa: mel missy lissa
michael: mick mike mickey mikey micky
michelle: shell chelle
mohammed: mo moh
muhammad: mo moh
miranda: mandy
miriam: mim
mollie: moll
natalie: nat tally
natasha: tasha tash nat
nathan: nat nate
nathaniel: nat nate nathan
neville: nev
nicholas: nick nicky nico
nicola: nicky nikki nic
nicole: nicky nikki
norman: norm
oliver: ollie olly
olivia: liv livvy ollie
oscar: ossie
pamela: pam
patricia: pat patsy tricia trish paddy
patrick: pat paddy rick
paul: paulie
paula: paulie
pauline: paul
penelope: penny
peter: pete
philip: phil pip
phillip: phil pip
philippa: pippa pip
priscilla: cilla
rachel: rach rae
raymond: ray
rebecca: becky becca becks bex
reginald: reg reggie
rhiannon: rhi
richard: rich rick ricky dick richie
robert: bob bobby rob robbie bert
roberta: bobbie
roderick: rod roddy
rodney: rod
roger: rog
roland: rollo
ronald: ron ronnie
rosalind: ros roz rosie
rose: rosie
rosemary: rose rosie
rosie: rose
rowena: ro
rupert: rupe
russell: russ
ryan: ry
sabrina: bri
samantha: sam sammy
samuel: sam sammy
sandra: sandy
sarah: sally sadie saz
sebastian: seb bas
shannon: shan
sharon: shaz
sheila: shel
sidney: sid
simon: si
sofia: sophie
sophia: sophie soph
sophie: soph
spencer: spence
stacey: stace
stanley: stan
stephanie: steph stevie
stephen: steve stevie ste
steven: steve stevie ste
stewart: stew
stuart: stu
susan: sue susie suzy
susannah: sue susie anna
suzanne: sue suzy
sylvia: syl
tabitha: tabby
tamara: tammy
terence: terry tel
theodore: theo ted teddy
theresa: terry tess tessa terri
therese: terry tess
thomas: tom tommy
timothy: tim timmy
tobias: toby
tracey: trace
tristan: tris
tyler: ty
valerie: val
vanessa: nessa ness
vera: vee
veronica: ronnie vron
victor: vic
victoria: vicky vikki tori vic
vincent: vince vinnie
virginia: ginny
vivian: viv
vivienne: viv
walter: wally walt
wayne: waz
wendy: wend
wilfred: wilf fred
william: will bill billy willie liam wills
winifred: win winnie freda
xavier: xav
yvonne: vonnie
zachary: zac zach zack
zoe: zo
"""


def _pairs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _LIST.split("\n"):
        whole, _, told = line.partition(":")
        shorts = told.split()
        for short in shorts:
            found.setdefault(whole, set()).add(short)
            found.setdefault(short, set()).update({whole, *shorts} - {short})
    return {name: frozenset(others) for name, others in found.items()}


NICKNAMES = _pairs()
"""Of each forename, whole or short, what else the same person may be called; small letters."""
