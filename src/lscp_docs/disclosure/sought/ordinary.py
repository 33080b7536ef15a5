"""Names that are ordinary words or places too: this project's own lists."""

from __future__ import annotations

from lscp_docs.disclosure.hiding import TITLES

_WORDS = """
able abbey alder amber angel apple art ash avon baker ball band bank banks barber barn basil bay
bean bear beck bell berry best bill bin bird birch bishop black blue bloom bond booth born bourne
bow box boy brand bridge bright brook brooks broom brown buck bull burn burns bush bury butcher
butler can cannon care carpenter carter case cash chance chant chapel chapman charity cherry child
christian christmas church clay clear clerk cliff close coach coal coast coffee coin cole college
comfort constant cook cooper corn cotton court cox crane crisp cross crow crown cruise dale daisy
dan dawn day days dean dear delight den dew diamond dove down downs drake draper drew drive driver
dry duke early earl east easter ebony echo eden elder english eve even ever fair fairy faith fall
farmer farm fast fawn fell fern field fields fight finch fine fish fisher flint flower fog ford
forest forge fort fortune foster found fox frank free freeman french friend frost fuller game
gamble garden gates gay gem gene gift gill glass glen glory goldsmith gold golden good grace grain
grange grant grave graves gray green greenwood grey grove guest guy hail hale hall hand hang happy
harbour hard harmony hart harvest haven hawk hay hazel head heart heath heather heaven help her
herb hill hills hive hobby hold holder holiday holly holt home honey honour hood hook hope hopes
hood horn house hunt hunter hurst iris iron ivory ivy jack jade jasmine jay jewel job jolly joy
judge junior just justice keen keeper key keys kind king kirk kit kitty knight knot lake lamb lance
land lane lark last laurel law laws lea leaf league lee liberty light lilac lily lime link lion
little lock long lord love low lucky lynx major man manor maple marble march mark marks marsh
marshal marshall mason master max may mead meadow meadows melody mercy merit merry mile miles mill
miller mills mind mint mist mole monday money moon moor moore moral moss mount mountain myrtle nest
new night nightingale noble noon north norm nova novice nurse oak ocean old olive onion opal orange
orchard over page pain paine palmer pan park parker parks parish parson partridge pat patience
patrick pause peace peach peacock peak pear pearl peel pen penny pepper perry petal pet phoenix
piers pike pine pitt place plant plum pole pond pool poole pope poplar poppy port porter post potter
pound power precious price pride prince prior prince promise prosper prudence pure quick quill rain
rainbow ram ranger rate raven ray read ready red reed reeve reeves regal rich rider ridge ring rise
river rivers road rob robin rock rod roman root rose rosemary rowan royal ruby rue rush rust sable
sadler saffron sage said sail sailor salt sand sandy savage say scarlet school scot seal sears
season self senior sergeant service shade shadow sharp shepherd ship short shore silk silver sing
singer sky skye slack slate slaughter small smart smith snow sole son song sorrow south spark
sparks spear speed spencer spring stable stacey star stark steel step stern steward still stock
stone storm strange stream street strong sterling sue sugar summer summers sun sunday sunny sunshine
surety swallow swan sweet swift sword tailor tall talent tanner tate taylor teal temple tempest tent
terry than the thorn thyme tide tiger tiller tim timber tips today tom toll topaz tower town
townsend trace tree trinity true trust tuesday tucker turn turner twist under unity vale valley
van vernal victor victory vine violet virtue wade wait waite wake walk walker wall wallace walls
ward wards warden ware warm warner water waters watts wave way weaver webb weed week well wells
west wheat wheel wheeler white whitehead wick wild wilder will willow wills win wind winter
winters wise wish wolf wood woods woodward word words world worth wright wren yard yang yeoman york
young
"""
_MONTHS_AND_SEASONS = """
january february march april may june july august september october november december autumn
spring summer winter
"""
_PLACES = """
afton alton ashford ashton aston avalon barnsley barton bath bedford berlin beverley blackburn
bolton boston bradford brent brighton bristol brixton burnley burton bury buxton cairo cambridge
camden carlisle carlton charlton chelsea cheshire chester chesterfield china clayton clifton
colchester coventry crawley croydon dakota dalton darlington darwen denver derby devon doncaster
dorset dover dudley durham eccles ellesmere ely enfield england essex everton exeter florence france
georgia gilbert glasgow gloucester grantham grimsby halifax hamilton hampton harlow harrow hartford
hastings hereford holland horton houghton hull huntingdon hyde india ireland israel jersey jordan
kendal kensington kent kerry kingston kirkby lancaster leeds leicester leigh lewes lewis lincoln
lisbon london lorraine ludlow luton lyon malta malton mansfield margate marlow melbourne middleton
milan milton morton morley nelson newport newton norfolk norton nottingham oldham oxford paris
perth petersfield plymouth poole preston ramsey reading redcar richmond ripley ripon rochdale
romford rugby rutland salford savannah selby sheffield shelby shelton shipley skelton skipton
slough spain stafford stanley stockton stratford suffolk sunderland surrey sussex sutton swindon
sydney taunton telford thornton tilbury torquay tyne vienna virginia wakefield wales walton
warrington warwick washington watford wellington wells welton weston whitby wigan wiltshire windsor
winchester winston woking worcester worthing york
"""
_NEVER_FIRST_NAMES = """
a about above after all also am an and any are as at away be because been before being below between
both but by can could did do does doing done for from get go got had has have he her here him his
how i if in into is it its let made make many me more most must my near no nor not now of off on one
or other our out over own per put see set she so some such than that the their them then there these
they this those to too two up us use very was we were what when where which while who why will with
would you your bin den did din eat ate old new men man ten ton tin tan tar bed bet bus car led sea
tea ran ray red rest lot
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
aunt aunty auntie baby brother called cllr constable councillor dad daughter father gran grandad
grandma insp inspector judge lady master mother mum named nan nurse rev reverend sergeant sir
sister son supt uncle
"""
ADDRESSED = frozenset((*_ADDRESSED.split(), *(title.lower() for title in TITLES)))
"""Words before a name: after one of these a word with a capital is a name."""

_DOES = """
    was is had has said says told went lived lives died loved loves liked likes did does didn hasn
    hadn wasn isn asked attended attends disclosed became began started felt came cried slept ate
    moved stayed reported presented appeared seemed wanted wants smiled knew knows who
    """
DOES = frozenset(_DOES.split())
"""Words that follow the name of a person where a sentence begins with it."""

_IN_DATES = """
in by early late mid since until till from to during of before after through next last this each
every between end
"""
IN_DATES = frozenset(_IN_DATES.split())
"""Words before a month that is no name."""

_OF_PLACES = """
in at near across around outside within throughout from to of between north south east west
greater central inner outer
"""
OF_PLACES = frozenset(_OF_PLACES.split())
"""Words before a place that is no name."""

_ABBREVIATED = """
    ae am ae bp ca cc ce ci cm cp cs cv da db dc de di dm do dr ds ea ed ee eg eh ei em en ep er eu
    ex ft gb go gp hb he hg hm ho hq hr hv ia ic id ie if ii im in ip iq ir is it iv ix km la lb lc
    lp ls ma mb md me mh ml mm mp mr ms my nb nd nh ni no np ns of oh ok om on op or os pa pc pe ph
    pm po pp pr ps qa qc re rr sc sd se si sg so sp ss st sw ta tb tb th to tu tv uk un up us vi vs
    we wf wh wp wt xi xx abe api asb asd bbc bme bsl cce cco ccg cic cin cpd cpp csc cse dfe dna dob
    ehc eip fgm fii fte gdpr gmc hcp hmp icb ico iro lac lea lcp lgb mar mdt mpa nhs nmc ons pdf pip
    psc pwp rcp rsh sab sar sat sen sex ssw ted tac uti url usa vat vcs who yos yot
    """
ABBREVIATED = frozenset(_ABBREVIATED.split())
"""Abbreviations of the field and of English that are as long as initials."""
