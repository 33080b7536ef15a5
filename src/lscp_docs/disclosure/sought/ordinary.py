"""Names that are ordinary words or places too: this project's own lists."""

from __future__ import annotations

from lscp_docs.disclosure.hiding import TITLES

_WORDS = """
abbey able alder amber angel apple art ash avon bacon badger baker ball band bank banks barber
barley barn barrow basil bay beach bean bear beck beech bell bench berry best bill bin birch bird
bishop black bloom blossom blue bond booth born boulder bourne bow box boy brand bread briar brick
bridge bright brook brooks broom brown buck bull burn burns bury bush butcher butler camp can
canal candle cannon cape care carpenter carter case cash castle cave cedar centre chambers chance
chant chapel chapman charity chase cherry child christian christmas church clay clear clerk cliff
close cloud coach coal coast coffee coin cole college comb comfort common constant cook cooper
copper coral corn cotton county court cox crane crescent crisp cross crow crown cruise cup daisy
dale dan dane dawn day days dean dear delight dell den dew dial diamond ditch dodge dolphin dove
down downs drake draper drew drive driver dry duck duke dust eagle earl early east easter ebony
echo eden elder elm english estate eve even ever fair fairy faith fall farm farmer fast fawn
feather fell fence fern ferry field fields fight finch fine fish fisher fleet flint flower flowers
fog ford forest forge fort fortune foster found fountain fowler fox frank free freeman french
friend frost fry fuller furlong gale gamble game garden gate gates gay gem gene gentle gift gill
ginger glass glen glory gold golden goldsmith good grace grain grand grange granger granite grant
grave gravel graves gray green greenwood grey groom grove guard guest guy hail hale hall hand hang
happy harbour hard harmony harp harper hart harvest hatch haven hawk hay hazel head heart heath
heather heaven hedge hedges heights help her herb hill hills hive hobby hold holder holiday holly
holt home honey honour hood hook hope hopes horn hound house hunt hunter hurst inn iris iron isle
ivory ivy jack jade jasmine jay jewel job joiner jolly joy judge junior jury just justice keen
keeper key keys kind king kirk kit kite kitty knight knot lad lake lamb lamp lance land lane lark
last laurel lavender law laws lea leader leaf league lee lemon liberty light lilac lily lime linen
link lion little lock lodge loft long loom lord love low lucky lynx major mallow man manor maple
marble march mark market marks marsh marshal marshall mason master max may mead meadow meadows
mellow melody merchant mercy merit merry mews mile miles mill miller mills mind minor minster mint
mist moat mole monday money monk moon moor moore moral moss mount mountain myrtle nail nest new
night nightingale noble noon norm north nova novice nurse oak ocean old olive onion opal orange
orchard orchards otter outlaw over pack paddock page pain paine palm palmer pan paradise parish
park parker parks parson partridge pat path patience patrick pause peace peach peacock peak pear
pearl pebble peel pen penny pepper perry pet petal phoenix pickles piers pike pilgrim pillar pine
pipe pitman pitt place plant plaza plum pole pollard pond pool poole pope poplar poppy port porter
post potter pound power prairie precious price pride prince prior proctor promise prosper prudence
pure quarry quest quick quill rabbit rain rainbow rains ram ranger rate raven ray read ready red
redwood reed reel reeve reeves regal regent rice rich rider ridge ring rise river rivers road rob
robin robins rock rod roman roof root roper rose rosemary rover rowan royal ruby rue rush rust
sable sadler saffron sage said sail sailor salmon salt sand sandy savage sawyer say scarlet
scholar school scot seal sears season seed self senior sergeant service shade shadow sharp shell
shepherd shields ship shop shore short silk silver sing singer skinner sky skye slack slade slate
slaughter small smart smith snow sole son song sorrow soul south spark sparks sparrow spear speed
spencer spire spring square squire stable stacey staff stage staples star stark stead steel
steeple step sterling stern steward stiles still stock stone storm stow strand strange straw
stream street strong sue sugar summer summers sun sunday sunny sunshine surety swallow swan sweet
swift sword tailor talent tall tanner tate taylor teal teller tempest temple tent terry than
thatch the thorn thorne thrift throne thyme tide tiger tiller tim timber tips today toll tom topaz
tower town townsend trace tree trench trinity trout true trust tucker tuesday turn turner twist
under unity vale valley van vernal vicar victor victory village vine violet virtue wade wait waite
wake walk walker wall wallace walls walnut ward warden wards ware warm warner water waters watts
wave way weaver webb weed week well wells west wharf wheat wheel wheeler wheelwright whistle white
whitehead whiting wick wild wilder will willow wills win wind wing winner winter winters wise wish
witness wolf wood woodland woods woodward wool word words workman world worth wren wright yang
yard yarrow yeoman york young
"""
_MONTHS_AND_SEASONS = """
april august autumn december february january july june march may november october september
spring summer winter
"""
_PLACES = """
afton alton ashford ashton aston avalon barnsley barton bath bedford berlin beverley blackburn
bolton boston bradford brent brighton bristol brixton burnley burton bury buxton cairo cambridge
camden carlisle carlton charlton chelsea cheshire chester chesterfield china clayton clifton
colchester coventry crawley croydon dakota dalton darlington darwen denver derby devon doncaster
dorset dover dudley durham eccles ellesmere ely enfield england essex everton exeter florence
france georgia gilbert glasgow gloucester grantham grimsby halifax hamilton hampton harlow harrow
hartford hastings hereford holland horton houghton hull huntingdon hyde india ireland israel
jersey jordan kendal kensington kent kerry kingston kirkby lancaster leeds leicester leigh lewes
lewis lincoln lisbon london lorraine ludlow luton lyon malta malton mansfield margate marlow
melbourne middleton milan milton morley morton nelson newport newton norfolk norton nottingham
oldham oxford paris perth petersfield plymouth poole preston ramsey reading redcar richmond ripley
ripon rochdale romford rugby rutland salford savannah selby sheffield shelby shelton shipley
skelton skipton slough spain stafford stanley stockton stratford suffolk sunderland surrey sussex
sutton swindon sydney taunton telford thornton tilbury torquay tyne vienna virginia wakefield
wales walton warrington warwick washington watford wellington wells welton weston whitby wigan
wiltshire winchester windsor winston woking worcester worthing york
"""
_NEVER_FIRST_NAMES = """
a about above after all also am an and any are as at ate away be because bed been before being
below bet between bin both bus but by can car could den did din do does doing done eat for from
get go got had has have he her here him his how i if in into is it its led let lot made make man
many me men more most must my near new no nor not now of off old on one or other our out over own
per put ran ray red rest sea see set she so some such tan tar tea ten than that the their them
then there these they this those tin to ton too two up us use very was we were what when where
which while who why will with would you your
"""

ORDINARY = frozenset(" ".join((_WORDS, _MONTHS_AND_SEASONS, _PLACES, _NEVER_FIRST_NAMES)).split())
"""Words that count as a name only where they stand as one does (`context`)."""

MONTHS_AND_SEASONS = frozenset(_MONTHS_AND_SEASONS.split())
PLACES = frozenset(_PLACES.split())
"""Towns and countries that are forenames or surnames too."""

SMALL_WORDS = frozenset(f"{_NEVER_FIRST_NAMES} {_WORDS}".split())
"""Words that may stand one after another in any sentence: "as her" is not a torn Asher."""

ASKING = frozenset(("may", "will", "can", "mark", "might"))
"""Words that begin a question or an order: no name where a sentence begins with them."""

_ADDRESSED = """
aunt auntie aunty baby brother called cllr constable councillor dad daughter father gran grandad
grandma insp inspector judge lady master mother mum named nan nurse rev reverend sergeant sir
sister son supt uncle
"""
ADDRESSED = frozenset((*_ADDRESSED.split(), *(title.lower() for title in TITLES)))
"""Words before a name: after one of these a word with a capital is a name."""

_DOES = """
appeared asked ate attended attends became began came cried did didn died disclosed does felt had
hadn has hasn is isn knew knows liked likes lived lives loved loves moved presented reported said
says seemed slept smiled started stayed told wanted wants was wasn went who
"""
DOES = frozenset(_DOES.split())
"""Words that follow the name of a person where a sentence begins with it."""

_IN_DATES = """
after before between by during each early end every from in last late mid next of since this
through till to until
"""
IN_DATES = frozenset(_IN_DATES.split())
"""Words before a month that is no name."""

_OF_PLACES = """
across around at between central east from greater in inner near north of outer outside south
throughout to west within
"""
OF_PLACES = frozenset(_OF_PLACES.split())
"""Words before a place that is no name."""

_ABBREVIATED = """
abe ae am api asb asd bbc bme bp bsl ca cc cce ccg cco ce ci cic cin cm cp cpd cpp cs csc cse cv
da db dc de dfe di dm dna do dob dr ds ea ed ee eg eh ehc ei eip em en ep er eu ex fgm fii ft fte
gb gdpr gmc go gp hb hcp he hg hm hmp ho hq hr hv ia ic icb ico id ie if ii im in ip iq ir iro is
it iv ix km la lac lb lc lcp lea lgb lp ls ma mar mb md mdt me mh ml mm mp mpa mr ms my nb nd nh
nhs ni nmc no np ns of oh ok om on ons op or os pa pc pdf pe ph pip pm po pp pr ps psc pwp qa qc
rcp re rr rsh sab sar sat sc sd se sen sex sg si so sp ss ssw st sw ta tac tb ted th to tu tv uk
un up url us usa uti vat vcs vi vs we wf wh who wp wt xi xx yos yot
"""
ABBREVIATED = frozenset(_ABBREVIATED.split())
"""Abbreviations of the field and of English that are as long as initials."""

THE = frozenset(("a", "an", "the", "this", "each", "every", "our", "its", "no"))
"""Words that stand before things and days, and seldom before a name."""
IN = frozenset(("in", "near", "within", "outside", "across", "throughout"))
"""Words for where, before a name seldom."""
_AT_PERSONS = """
barked hit laughed look looked lunged pointed scream screamed shout shouted smiled stared swear
swore swung threw wave waved yelled
"""
AT_PERSONS = frozenset(_AT_PERSONS.split())
"""What one does at a person: after these "at" says nothing of a place."""
_THINGS = """
academy area avenue build centre close conference estate event figures hall house hub lane meeting
meetings nursery parish primary report road room school secondary session square street surgery
term terrace ward wards
"""
THINGS = frozenset(_THINGS.split())
"""Words that make a place, a body or a day of the word before them."""

_OF_THE_FIELD = """
abuse action actions agency agenda annual appendix assessment audit authority board budget carers
chair child children committee community conference contact council decision director doctor early
education england executive family force general group guidance health hearing hospital housing
incident learning local matter members minutes national neglect notice officer officers option panel
parent parents partner partners partnership people plan police policy practice programme protection
public purpose rapid referral regional response review reviews risk rules safeguarding scrutiny
section services social staff statutory summary support table team their there these they training
trust update version visit where which women worker working
"""
KNOWN_WORDS = ORDINARY | frozenset(_OF_THE_FIELD.split())
"""Words that are no misspelt names: what papers of the field say with a capital."""
