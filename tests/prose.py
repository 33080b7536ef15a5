"""Pages of ordinary public-sector prose: every body, place and person in them is invented.

They are written to be awkward: months, places, streets, bodies and verbs that are names too.
"""

from __future__ import annotations

OWN_WORDS = (
    "Downshire Council",
    "Downshire Safeguarding Children Partnership",
    "Mill Hill Children’s Centre",
    "Park Lane Academy",
    "Hope and Grace Trust",
    "Bury Fields Family Hub",
    "Rose Hill Medical Practice",
    "Councillor Amelia Downs",
    "Martin Frost",
)
"""The partnership's bodies, agencies and members, as a partnership file names them."""

PROSE = """
ANNUAL REPORT OF THE SAFEGUARDING PARTNERSHIP

MAY 2026

Purpose of this report

1. This report tells the Executive Board what the Downshire Safeguarding Children Partnership did
between 1 April 2025 and 31 March 2026, what it learned and what it will do next. It may be read
together with the business plan that the board agreed in May 2025. Will the changes described here
make children safer? The partnership hopes so, and the measures in section 6 will show by next
March whether that hope was well founded.

2. The partnership is grateful to the families who gave their time. By their good grace we were
able to hear how services felt to those who use them. Mark that as the first lesson of the year: a
service that does not ask will not know. The second lesson is that a plan on paper is worth little
until somebody is named who will carry it out, and a day is set by which they must do so.

What the partnership is

3. Downshire Council, the integrated care board and the chief officer of police are the three
safeguarding partners. They share equal responsibility and each may raise a matter with the others
at any time. The day-to-day work is led by the business unit in Park House, Market Street. Staff
from health, education and housing sit with the unit on two days a week; those who cannot travel
join by video.

4. The review group meets monthly, on the second Tuesday, and more often where a case is urgent.
It has twelve members. Members declare interests at the start of each meeting. In March, June and
September the group met twice. The August meeting was cancelled because too few members could
attend, and its business was taken on 8 September.

5. Long before the partnership was formed, agencies in the area had worked from the same
buildings. Older readers will remember the Hill Street clinic and the Church Lane nursery. Both
closed in the spring of 2014. Their work went to the Mill Hill Children’s Centre, to the family
hub at Bury Fields and to outreach teams in the north and west of the county.

How we hear from children and families

6. Children said that they want adults to say what will happen and then to do it. A young person
who spoke to the scrutiny committee put it in words that we have kept: be kind, be clear and do
not vanish. The partnership took these words into its training from April. Summer sessions were
held in the park beside the river so that younger children could play while older ones talked.

7. Parents told us that letters are hard to read. One mother had been sent nine letters in a
fortnight, none of which said whom she could ring. From June each letter has had a name, a number
and a day on it. A parent may ask for a letter to be read out. The hub at Bury Fields will do this
without an appointment, and so will most libraries.

8. Fathers are still too often left out. In the cases audited in July, fathers were named on the
front sheet in 62 per cent of files and spoken to in 41 per cent. Where a father lived elsewhere,
the case notes were often silent. Practice is better in the west of the county, where the early
help teams rang every father whom they could trace.

Early help

9. Early help grew during the year. There were 1,412 new assessments, a rise of 9 per cent. Most
came from schools, and most of these from primary schools. The Hope and Grace Trust runs four of
the larger groups and has trained its staff to take the lead. The Trust will open a fifth group at
Park Lane Academy in the autumn term.

10. Families wait too long for help with sleep, money and damp. A health visitor in the Eastfield
ward described a flat in which three rooms could not be used in winter. Housing officers now ring
within two days of a referral and will visit within ten. In January and February the waiting time
was longer because of snow and illness.

11. The partnership asked whether early help reaches those who rarely ask for it. Travelling
families, young carers and parents with a learning disability came forward less often than
expected. The Bury Fields hub and the West Moor chapel have opened a weekly drop-in. A worker from
the council’s inclusion team will be there on Monday and Thursday mornings.

12. Grace periods for debt were agreed with the water company and with two of the three large
landlords. A family that is offered such a period is told in writing when it ends. The credit
union at Market Cross gives advice on the last Friday of each month. Faith groups have been
generous: the parish of St Mark and the mosque in Forge Street lent rooms at no cost.

Learning from serious incidents

13. The partnership considered eleven serious incidents. Seven met the criteria for a rapid
review. In each of these the review was finished within fifteen working days, but for one that
took nineteen because records from another area came late. The national panel agreed with the
partnership’s view in six cases and asked a question in the seventh.

14. The reviews found much careful work. School staff noticed small changes and wrote them down. A
nurse who saw bruises on a baby did not rest until a doctor had looked. Police officers who
attended at night made sure that the children were seen awake. Good practice of this kind should
be praised in the open, and team leaders now do so at monthly briefings.

15. The reviews also found gaps. Information about adults did not always reach the people who were
worried about children. A risk that everybody knew in March was written as if it were new in May,
and again in October. Where several agencies held a piece of the picture nobody had put the pieces
together. A chronology made in the first week would have shown the pattern.

16. Injuries to babies who cannot yet move by themselves remain a concern. Guidance says that any
bruise on such a baby must be seen by a paediatrician on the same day. The audit in November found
that this happened in 17 of 21 cases. In the other four the worker had accepted an account of what
happened that a doctor might have doubted.

17. Neglect is rarely one event. It builds, as rust does, until something gives way. Staff
described how their own sense of what is normal may shift when they work in the same streets for a
long time. Supervisors will now ask in every session: what would a stranger see? The question is
short and the answers have been telling.

Domestic abuse

18. In four reviews a parent was living with a partner who had been violent before. The right to
ask was used once. Officers will offer it whenever a new partner moves in. The Freedom Programme
ran in Easter, summer and winter, with a crèche. Of the 88 women who began it, 61 finished. A
programme for men who wish to change will start in March 2027.

19. Children who live with violence are victims in their own right. Schools receive a notice
before 8.30 a.m. on the day after an incident. The notice does not say what happened; it says that
a child may need kindness, rest and a quiet place. Head teachers report that the notices arrive in
time on nine days out of ten, and early on a few.

Mental health and older children

20. Young people wait on average 19 weeks for a first appointment with the mental health service.
In Castle Ward it is 23. The integrated care board has put £480,000 into school teams. A team
leader told the committee: “Frank talk with a young person on the day is worth more than a clinic
in the spring.” The board will report on waiting times each quarter.

21. Exploitation takes many forms. Children are asked to carry, to hold, to wait, to drive; they
are paid with food, phones or the promise of friendship. The word “choice” has no place in such a
record. The partnership’s tool has been shortened from nine pages to three. It was tried in
Eastfield and Stone Bridge and will be used everywhere from July.

22. Missing children are offered a talk with somebody independent within three days of their
return. This was done in 74 per cent of cases. The rate fell in December, when two workers were
ill and a third had left. A bank of sessional staff has been formed; eight of them were trained by
Easter and began work on 4 May.

Schools and settings

23. All 214 schools and colleges returned their safeguarding audit. Twelve asked for help with
online safety. Rose Hill primary and Kings Park secondary led a working group on the use of
artificial intelligence. Its paper is short, clear and free to read. A summary for parents will
follow; in the meantime, schools may send their own.

24. Children who are educated at home numbered 1,096 in January, against 870 two years before.
Most are well taught and happy. For some, school had become a place of pain, and for a few, home
is where the risk lies. Officers offer each family a visit. Where a family declines, the officer
writes again in the spring and in the autumn.

25. Elective absence for religious festivals is recorded by a code of its own. In the past some
schools marked such days as unauthorised, which was wrong. A note was sent to heads in October. It
sets out the dates of the main festivals for the coming year, and says who in the council may be
asked about others.

Health

26. The named doctor and the named nurse completed their programme. General practices took part in
two learning events, one at the Rose Hill Medical Practice and one by video. Practices were asked
how they note that a child was not brought. Of 46 practices, 39 had a rule in writing. Seven more
wrote one by the end of May.

27. Midwives ask every woman, alone, whether she is safe. The question was asked at least once in
96 per cent of pregnancies, and three times in 71 per cent. In the other cases a partner was
always present. A card with a number on it is kept in the wash rooms of both hospitals, behind the
door where only she will see it.

28. Sleep is the best known and the least kept of all advice. Of the babies who died suddenly in
the last five years, most were sharing a sofa, a bed or a chair with an adult who was tired or had
been drinking. The message of the campaign is the same as in 2019. The way it is given is new: a
worker looks at where the baby sleeps, by day and by night, and talks about tonight.

Police and justice

29. The chief constable has put four more officers into child protection. The force area is large,
from Cliff Top in the east to the forest in the west. Response times to children are within the
standard in the towns and outside it on the moor. A superintendent will report to the board in
September with a plan.

30. The Crown Court heard two cases that had led to reviews. Proceedings delayed publication in
both. The partnership kept the families told of what would happen and when. The judge thanked the
officers in the case. A note on how to publish while a trial is pending was agreed with the
prosecution service in June; it may be changed when the guidance changes.

Housing and the place

31. Where a family lives matters. Overcrowding is greatest in Dale, Mill and Castle wards. The
housing service moved 73 families with a child under five, eleven of them out of bed and
breakfast. Temporary homes in other areas are still used: on 31 March there were 28 families in
Preston, Lincoln and Bradford. Each has a worker who rings them weekly.

32. The partnership looked at dogs, at balconies and at ponds. One short page on each has been
sent to landlords. Fire officers visit homes with young children on request; since May they have
fitted 340 window catches. A summer campaign warned about open water at the old quarry, the mill
pond and the canal near Stone Bridge.

Workforce

33. Social workers hold on average 17 cases, one fewer than a year before. Vacancies fell to 9 per
cent. Agency staff cover most of these posts; few stay long. Exit interviews show that people
leave because of travel, hours and a wish to specialise. Newly qualified staff are given a mentor,
and half a day a week free of cases, until the following spring.

34. Training reached 4,310 people. What changed? Three months later, of those who answered, 68 per
cent gave an example of something that they do in another way. The most common was asking to see
where a child sleeps. The least common was challenging another agency. Practitioners said that
they were not sure how; a card with four steps is now on every desk.

35. Supervision is the bread of good practice. The standard is every four weeks. In the audit it
was met in 81 per cent of cases in the council, 77 per cent in community health and 59 per cent in
the police, where it is newer. A supervisor should see the notes before the talk, ask what life is
like for the child, and write down what was agreed.

Scrutiny

36. The independent scrutineer visited eleven teams, sat in on nine meetings and read forty files.
Her report is frank. She found strong leadership, plain speaking and a habit of starting things
which are not finished. She asks for fewer projects and more patience. Her advice on the voice of
the child has been taken into the plan; so has her warning on data.

37. The scrutiny committee of Downshire Council met on 12 June and 4 December. Councillor Amelia
Downs was in the chair. Members asked about fathers, about waiting times and about the cost of
placements. They wish to hear from young people at each meeting. The committee noted that the June
figures had been corrected, and thanked officers for saying so.

38. Martin Frost, who led the business unit for nine years, will retire in July. The board thanked
him for his steady work. His post has been advertised. Until it is filled his deputy will act. The
board also welcomed a new lay member, who began in March and who will chair the reading group of
parents and carers.

Money

39. The partnership spent £412,300 against a budget of £420,000. Partners paid as follows: the
council 52 per cent, the integrated care board 31, the police 17. Costs of reviews rose, for two
authors had to be found from outside. Training made a small surplus, which will be kept for the
conference in May. A table is in the appendix.

40. Is the money well spent? The price of one placement in a children’s home would pay for the
whole of the early help training for six years. That does not mean that placements can be avoided
by training. It does mean that small sums, spent early, may bring large returns. The treasurer
will bring worked examples to the board in the autumn.

What comes next

41. By the end of June the board will agree which three matters come first. Those that are likely
are neglect, babies under one, and the safety of children who are missing. Each will have a lead,
a plan on one page and a measure that can be counted. Reports will be short. If a measure does not
move, the board will ask why and may stop the work.

42. Reviews will be quicker to share. A briefing of one page will go to all staff within four
weeks of each review; in the past it took until the following season. Team leaders will mark in
the register that it was discussed. The business unit will ask a sample of teams what they did
with it, first in July and again in the new year.

43. The partnership will keep its rules under review. The government may publish new guidance in
the summer. When it does, the unit will compare it line by line with local procedures, as it did
in December 2023. Changes that are required will be made within twelve weeks. Others will be put
to the board with a reason and a cost.

NOTE OF THE LEARNING EVENT AT MARKET HALL

44. The event was held at Market Hall on Thursday 14 May. Some 120 people came. The day began with
a poem by pupils of Park Lane Academy. April showers kept the stalls indoors. Tables were named
after trees: Ash, Beech, Hazel, Holly, Oak, Rowan and Willow. Those at Holly and Willow looked at
neglect; those at Ash and Oak at work with fathers.

45. Each table was given a case that had been made up. In the case a baby is not brought for
weighing, a grandparent worries and a landlord sees more than he says. Who should ring whom, and
when? The tables found it easy to say what others should do. It took longer to agree what they
themselves would do on Monday. That was the point of the day.

46. After lunch a speaker from the north of England told how her area had cut repeat plans by a
third. Hard work and good data were the reasons, she said, and a little luck. She warned against
copying: what works by the sea may not work on the moor. Questions were asked about cost, about
pace and about what she would not do again. Her answer to the last was: wait.

47. The feedback was warm. On a scale of one to five the day was rated 4.4. People liked the pace
and the food, and did not like the chairs. Several wished for more time with police colleagues. A
second day will be held in the west, at the Stone Bridge centre or the West Moor chapel, in the
week after Easter 2027. Booking will open on 1 March.

BRIEFING ON BRUISES IN BABIES

48. Why it matters. A bruise on a baby who cannot roll may be the only sign before a grave injury.
Small marks fade in a day or two. Babies who do not cruise rarely bruise: the rhyme is old and
still true. A kind explanation is not a medical one. Whoever sees the mark first must act on it,
that day, whatever the hour and whoever the parents are.

49. What to do. Draw the mark on a body map. Ask what happened and write down the words that are
used. Ring the hospital and the front door of children’s services. Do not send the family on
alone; agree who will travel with them. Tell them frankly why. Stay polite, stay calm, stay with
the child. Read the plan back before you leave the room.

50. What we found. In one team the forms had been stored in a green folder that new staff did not
know of. In another the right form was used, and the wrong number was rung. A third had no forms
left. None of this was bad will; all of it was avoidable. Managers will check stores on the first
working day of each month, and sign that they have done so.

MINUTES OF THE EXECUTIVE, 9 MARCH 2026

51. Apologies were received from the director of nursing. The minutes of 12 January were agreed as
a true record. Matters arising: the pledge on letters had been kept; the map of services was late,
and would be ready by the end of the month. The chair asked that papers reach members five clear
days before a meeting, so that everybody has a chance to read them.

52. Performance. The Executive looked at the dashboard. Contacts rose by 6 per cent and referrals
by 2. Repeat referrals fell. Health assessments of children in care were on time in 83 per cent of
cases, and dental checks in 70. Members asked for the small numbers to be hidden and for a note
that says why. The analyst will change the page before the May meeting.

53. Risk. The largest risk is the state of the case system, which was bought in 2011 and will not
be supported after summer 2027. A new one has been chosen. Moving the records will take a year.
During that time staff may have to look in two places. The Executive agreed to pay for two more
people, and will look at progress in June, August and October.

54. Any other business. The lead for education said that a coach firm had begun to ask drivers for
enhanced checks without being told to. The chair said that such good sense should spread. The next
meeting is on 11 May at 10 a.m. in the Green Room of Park House. The meeting closed at noon.

GUIDE FOR PEOPLE WHO WRITE REVIEWS

55. Write for the reader who has ten minutes. Say first what happened, in a few lines, without
dates that could point to a family. Then say what was done well, what got in the way and what will
change. Use the words that people use. Keep sentences short. If a word needs a footnote, choose
another. Read it aloud before anybody else has to read it in silence.

56. Be fair. A worker who made a slip in March is the same person who had done well in February.
Hindsight is a bright lamp that the worker did not have. Ask what the day was like: how many
visits, how many calls, who was away. Where a rule was not followed, find out whether anybody
could have followed it. Where a rule was followed and harm came, look at the rule.

57. Be exact. A recommendation that begins with “consider” or “explore” is a wish. Say who will do
what by when, and how anybody will know. Five recommendations are plenty; more will not be read.
Do not recommend training unless you can say what people would do differently on the day after it.
Do not recommend a policy where there is one already.

58. Be careful. The name of a school, a ward, a pet or a club can tell a neighbour who is meant.
So can the order of brothers and sisters, or an illness that few have. Change nothing that matters
to the learning, and leave out everything that does not. Ask somebody who knows the area and
somebody who does not to read the draft. Give them a week.
"""

PARAGRAPHS = tuple(" ".join(part.split()) for part in PROSE.strip().split("\n\n"))
WORDS_A_PAGE = 350
"""A page of A4 in the house style, 12 point with headings."""
PAGES = sum(len(part.split()) for part in PARAGRAPHS) / WORDS_A_PAGE
