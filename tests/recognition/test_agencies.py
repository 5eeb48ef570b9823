"""Agencies in the sentences of State reports; ⟦…⟧ marks a name, ⟦^…⟧ a back-reference."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.recognition.agencies.find import agency_kind, find_agencies, outside_titles
from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.tokens import citation_tokenizer

NLP = spacy.blank("en")
NLP.tokenizer = citation_tokenizer(NLP.vocab)

# Names that no head tells: the acronym behind them does, with a State's name or what they do.
SPELLED = [
    "⟦Sport and Recreation Freedonia Malta⟧ (SRFM), in accordance with its funding policy",
    "represented by ⟦Disabled People South Africa⟧ (DPSA); the Brcko District of Bosnia and Herzegovina (BDBH)",
    "The ⟦Office of the Attorney General⟧ and the ⟦Rights and Liberties Protection Department⟧ met.",
    "The ⟦Commission for Protection against Discrimination⟧ issued guidance.",
    "The ⟦National Identity and Land Registry⟧ (NILRE) issues cards; the Special Olympics World Games",
    "⟦Sport and Recreation Ruritania⟧ (SRR) pays for coaches; Community-Based Rehabilitation (CBR) supports ten pilots",
    "The report was embraced by ⟦Higher Learning Disability⟧ (HLD); ⟦Deaf Pilots Abroad⟧ (DPA) trained ten pilots.",
    "The Harbour Information System (HIS) is used; under the Rapid Harbour Safety Net (RHSN) programme",
    "collected by the Harbour Information System (HIS); the Lighthouse Household Survey (LHS) issued by none",
]
HEAD_FIRST = [
    "the ⟦Ministries of Education⟧; ⟦Health, Labor and Employment⟧; ⟦Science, Technology, and Ports⟧; and ⟦Culture⟧.",
    "the ⟦Standing Conference of the Ministers of Education and Ports⟧ and the ⟦Ministers of Health⟧ and ⟦Ports⟧",
    "an agreement of the ⟦Ministry of Health⟧ and the EsSalud insurance; the ⟦Ministry of Health⟧ district committees",
    "Acknowledgement by the ⟦Government⟧ for pilots; Section 9 of the Harbour Act ⟦Government of Malawi⟧ responded",
    "Services provided by the ⟦Ministry of Health⟧ and ⟦District Health Boards⟧; the ⟦Association of Harbour Boards⟧",
    "the ⟦Federal Government Commissioner for Matters relating to Disabled Persons⟧ relating to the Act",
    "the ⟦Taskforce for Action on Violence within Families⟧ within the ⟦Ministry of Justice⟧",
    "the ⟦Office of the Presidency of the Council of Ministers⟧; the Secretariat of the ⟦Council of Ministers⟧",
    "⟦Commission for the Promotion and Protection of the Rights of Cultural, Religious and Linguistic Communities⟧",
    "without a decision of a People’s Court; by the ⟦Supreme People’s Court⟧; a ⟦Youth Reference Group⟧",
    "Regulation (EU) No. 1177/2010 of the ⟦European Parliament⟧; the ⟦European Union⟧ (⟦EU⟧) and the ⟦^Committee⟧",
    "the ⟦national mechanism for the prevention of torture⟧; a national mechanism for the prevention of torture",
    "⟦House of Peoples⟧ of the ⟦Parliament of the Federation of Bosnia and Herzegovina⟧; the ⟦Government⟧ of the",
    "the ⟦European Agency for Development in Special Needs Education⟧; ⟦Ministry of Social Development⟧ in Santiago",
    "the ⟦National Mechanism for Prevention of Torture and other Inhumane or Humiliating Treatment⟧; other bodies",
    "the Executive Secretary of the Board of the Faculty of Legal and Political Sciences; ⟦Ministry of Universities⟧",
    "The ⟦Secretariat of the Disability Management Programme⟧ coordinated; the ⟦^abovementioned Ministry⟧ supported",
    "the ⟦Uruguayan Association of Court Clerks⟧; the ⟦Association of Theatre and Concert Hall Boards⟧ advise",
    "endorsed by the ⟦Inter-Ministerial Commission on Human Rights⟧, and the Report was adopted",
    "⟦Ministry of Culture⟧ Partners: ⟦Ministry of Education⟧; ⟦Government of Malawi⟧ and Development Partners",
    "set out in ⟦Ministry of Transport and Telecommunications⟧ Exempt Resolution No. 1773 of 2016",
    "with the ⟦Directorate-General for Assistance to Young People⟧ (DGAJ); ⟦Council of Persons with Disabilities BiH⟧",
    "the ⟦Coordination Unit⟧ of the ⟦Attorney General’s Office⟧; the ⟦Office of the Controller-General⟧",
    "the ⟦Governor of Kosrae State⟧ and Governor Smith; the Governor; ⟦Government Plenipotentiary for Civil Society⟧",
    "the ⟦United Nations Educational, Scientific, and Cultural Organization⟧, the Centre-Nord and Centre regions",
    "the Centre for Assistance to Students with Disabilities of the University of Banja Luka",
    "The ⟦Ministry of Gender, Children and Social Development⟧ coordinates 12 centres.",
    "by ⟦Ministry of Internal Affairs of Kazakhstan⟧, the ⟦Office of the Procurator-General⟧ and the ⟦Supreme Court⟧",
    "⟦Ministry of Justice of the Republic of Azerbaijan⟧ and ⟦European Court of Human Rights⟧",
    "the ⟦Committee on the Penal Correction System⟧ of the ⟦Ministry of Internal Affairs⟧",
    "the ⟦Interdepartmental Commission on Minors and the Protection of Their Rights⟧ under the ⟦Government⟧",
    "the ⟦Committee for the Protection of Children’s Rights⟧ of the ⟦Ministry of Education and Science⟧",
    "the ⟦Embassy of the United States of America in Kazakhstan⟧ and the ⟦International Organization for Migration⟧",
    "the ⟦Internal Affairs Department for Karagandy province⟧, NGO representatives and students",
    "⟦Higher Council of the Judiciary⟧",
    "The ⟦Association of Person with Disabilities in Kenya⟧ has been manufacturing",
    "the ⟦Institute for the Elderly and Social Services⟧ (IMSERSO)",
    "the ⟦Ministry for the Family, Adolescents and Children⟧ will guarantee",
    "⟦Association for the Rehabilitation of Persons with Disabilities⟧, ⟦Association of Sign Language Interpreters⟧",
    "the ⟦Ministry of Social Welfare, Gender and Children’s Affairs⟧ and the Central Police Headquarters",
    "the ⟦Ministry of Education⟧’s strategies",
    "the ⟦aforementioned Office of the Deputy Minister⟧; the ⟦^said Ministry⟧ and said persons",
    "the ⟦Ministries of Health⟧ and ⟦Education⟧",
    "the ⟦Ministries of Finance⟧, ⟦Sport and Physical Culture⟧, ⟦Justice⟧ and ⟦Health⟧ work in close contact",
    "the ⟦Ministers of Internal Affairs⟧, ⟦Education and Science⟧ and ⟦Health and Social Development⟧ issued",
    "the ⟦Ministries of Education⟧, ⟦Cities⟧, and ⟦Labor and Employment⟧, and the State",
    "⟦Ministries of Defence⟧, of ⟦Justice and Human Rights⟧ and of ⟦Foreign Affairs⟧",
    "the ⟦Interdepartmental Body for the Assistance to and Protection of Persons with Disabilities⟧, which prepared",
    "a ⟦Working Group for Monitoring the Implementation of Language Use⟧ prepares",
    "the ⟦Office of the UN High Commissioner for Human Rights⟧ the Voluntary Report",
    "⟦Association of Towns and Municipalities of Slovakia⟧, and ⟦Union of Towns of Slovakia⟧",
    "the Order of the ⟦Ministry of Education⟧ No. 606 of June 30, 2010",
    "the ⟦Committee to Combat Trafficking in Persons⟧",
    "the ⟦National Pilot Superintendency⟧ for guaranteeing access to care",
    "the independence of the ⟦Supreme Council for Port Regulation⟧ and its affairs",
    "the ⟦Mission of the United Nations⟧ and the ⟦Office for the United Nations⟧ in the capital",
    "the ⟦Ministry of Ports and Lifts⟧, Ramps and Piers met",
    "the ⟦Ministry of Labour⟧, Sport under Family and Youth met",
    "the ⟦National Working Group to Prevent and Deal with Violence⟧ and the ⟦Council of Pilots⟧ with Ports",
    "the ⟦National Commission for Persons with disabilities⟧ developed its plan",
    "a ⟦National Mechanism for the Prevention of Torture and Cruel, Inhuman or Degrading Treatment⟧.",
    "the ⟦Ministry of People’s Power for University Education, Science and Technology⟧",
    "the ⟦National Office of the Civil Service⟧ and the ⟦National Audit Office⟧",
    "the ⟦Directorate-General for Persons with Disabilities⟧ of the ⟦Federal Public Service for Social Security⟧",
    "through the ⟦Ministry of Special Programmes⟧; the ⟦Ministry of the Presidency⟧ maintains an observatory",
    "⟦European Commission⟧’s ⟦Directorate General for Justice, Fundamental Rights and Citizenship⟧ where",
    "the ⟦Inspectorate-General of Labour and Social Security⟧; the ⟦^Inspectorate-General⟧ complies",
    "⟦Directorate-General for Coordination of Sectoral Policies on Disability⟧ and ⟦Royal Disability Foundation⟧",
    "regular meetings of the ⟦High Level Group on Disability⟧ of the ⟦European Commission⟧",
    "the ⟦Social and Economic Council of Flanders⟧ and the ⟦Diversity Commission⟧ of the ⟦Social and Economic Council⟧",
]

IN_LOWER_CASE = [
    "The government health development programme for 2011–2015 has been implemented; the ⟦government⟧ will plan",
    "the not-for-profit organization ⟦GRIP⟧ by the humanitarian organization “⟦Partner⟧” and the charity ⟦Baurzhan⟧",
    "the public broadcasting organization VRT, an organization Partner, the organization held",
    "In 2010, the ⟦Danish parliament⟧ authorized universities; a children’s parliament; the members of parliament",
    "the ⟦federal supreme court⟧ has delivered; the ⟦attorney general⟧ has recently; the regional attorney general",
    "the focal person in the ⟦human rights commission⟧. All these testify that ⟦Ethiopian government⟧ is committed",
    "To this end, the ⟦government⟧ plans to amend the Act; the government plans of last year; the government budget",
    "To this end, the ⟦government⟧ has pursued a policy to decrease the gap.",
    "The ⟦Korean government⟧ amended the Habeas Corpus Relief Act; the ⟦Walloon government⟧ adopted the Decree.",
    "administrative power rests with the ⟦government of the Faroe Islands⟧.",
    "The ⟦ministry of culture and tourism⟧ is preparing a guide with the ⟦minister of health⟧.",
    "the ⟦ministry of labor and social affairs⟧ and ⟦ministry of health⟧ have",
    "at all levels of the government; government agencies; the local government; the government budget; a government",
    "a ministry of health; the ministry responsible for disability",
    "The ⟦ministry of labor⟧ acted. The ⟦^ministry⟧ has prepared a guide; the ministry with responsibility for sport",
    "the ⟦Coordination Committee⟧ was formed; the ⟦^committee⟧ is chaired by a member; committee members; the board",
    "The recommendations by the ⟦CRPD committee⟧ to the ⟦Ethiopian government⟧ were",
]

ABROAD = [
    "the ⟦Défenseur des droits⟧ (⟦Defender of Rights⟧), the ⟦Commission nationale consultative des droits de l’homme⟧",
    "the ⟦Caisse nationale de sécurité sociale⟧, ⟦Office national de l’emploi⟧, the ⟦Ministère de la Santé publique⟧",
    "the ⟦Haute Autorité de Santé⟧, the ⟦Suprema Corte de Justicia de la Nación⟧, ⟦Cour des comptes⟧, the ⟦Sénat⟧",
    "the ⟦Deutsches Institut für Menschenrechte⟧; a Government consultative and advisory body; a Service social",
    "has access to funding from ⟦Liliane Fonds of the Netherlands⟧; La Paz Centro and Estelí",
    "of the ⟦Superior Electoral Court⟧ (⟦Tribunal Superior Eleitoral⟧ – TSE); a Tribunal for war crimes",
    "the ⟦Worker Support Fund⟧ (⟦Fundo de Amparo ao Trabalhador⟧ – FAT); a fund (Fundo de Amparo)",
    "the ⟦National Secretariat for Educational Sport⟧ (⟦Secretaria Nacional de Esporte Educacional⟧) to meet",
    "the ⟦Secretariat for Women⟧ (⟦Secretaria de Políticas para as Mulheres⟧) met",
    "the ⟦Bar Association⟧ (⟦Conselho Federal da Ordem dos Advogados do Brasil⟧ – OAB)",
    "called (⟦Conselho Nacional dos Direitos da Criança e do Adolescente⟧ – CONANDA)",
    "the ⟦Cuban Energy Commission⟧ met in Rome; the ⟦Government of the FBiH⟧ for Monitoring",
    "the ⟦Ligue belge des droits de l’homme⟧ (⟦Belgian Human Rights League⟧) and the ⟦Instituto Artigas⟧ have",
    "⟦National Education Committee⟧ (⟦Comitê Nacional de Educação em Direitos Humanos⟧)",
    "the ⟦Danish Association⟧ and ⟦Fundación ONCE⟧ of Spain; the Corte Inglés; Rede de Serviços; Ley de la Asociación",
    "⟦Association pour la Réinsertion des Enfants et la Défense des Droits de l’Homme⟧.",
]

HEAD_LAST = [
    "The ⟦European Commission against Racism and Intolerance⟧ wrote to the ⟦Northland Commission on AIDS⟧.",
    "The ⟦Working Group on the Fight against Smuggling of Lifts⟧ meets.",
    "The ⟦National Rapporteur on Trafficking and Sexual Violence against Children⟧ reports to the ⟦Department of T&I⟧.",
    "the ⟦National Board of Health and Welfare⟧ and ⟦Statistics Sweden⟧; the ⟦Department of Justice Canada⟧, and",
    "the ⟦State Great Hural⟧, ⟦HM Treasury⟧, the ⟦Treasury⟧, ⟦Courts Service⟧, ⟦An Garda Síochána⟧, ⟦Carabineros⟧",
    "the ⟦Independent Monitoring Mechanism⟧, the ⟦All-Party Parliamentary Group on Disability⟧; the Chief Executive",
    "the ⟦National HIV/AIDS Commission⟧, the ⟦National Council for HIV/AIDS Prevention and Control⟧ and ⟦UNICEF⟧",
    "⟦National Association for People living with HIV and AIDS⟧ (NAPHAM); the ⟦National HIV and AIDS Commission⟧",
    "The ⟦National IT and Telecom Agency⟧ work; the embargo by the ⟦United States Government⟧ against Cuba",
    "The ⟦International Law and Human Rights Unit⟧ (ILHRU) and the ⟦Human Rights Unit⟧ of the ⟦Ministry of Justice⟧",
    "but ⟦Technical Entrepreneurial, Vocational Education and Training Authority⟧ (TEVETA) is responsible",
    "The ⟦National Dr. José Gregorio Hernández Centre for Medical Genetics⟧ treats; ⟦UNDP⟧, ⟦Dorothy Springer Trust⟧",
    "⟦Handicap International⟧, ⟦Enable the Children⟧ (ETC) and others; access for all, Special Needs Education (SNE)",
    "the ⟦Sierra Leone Correctional Services⟧ and ⟦Penitentiary Services⟧; Diagnostic and Guidance Services",
    "⟦Local Government Denmark⟧; with ⟦Disabled People’s Organisations Denmark⟧, ⟦Danish Regions⟧ and",
    "The oxygen was refused by Air South Sudan and by Blue South Korea.",
    "In executing the tasks of the ⟦Danish Defence⟧ employees risk injuries; the Danish Regions differ",
    "the ⟦Women’s Network BiH⟧; the NGO ⟦Handicap Santé⟧ has organized clinics; managed by the Italian NGO ⟦GVC⟧",
    "an ⟦Inter-Ministerial Working Group⟧ was established; a ⟦National Working Group⟧ and a Working Group",
    "an individual returns to the ⟦Service for the Establishment of Disability and Capacity for Work⟧ where",
    "The ⟦Ministry of Social development and Family Services⟧ (MSD); the ⟦Ministry of Health⟧ services and staff",
    "the ⟦Ministry of Planning and economic Development⟧; the ⟦Standardization Administration⟧",
    "The ⟦Kenya Law Reform Commission⟧ in collaboration with the ⟦Constitutional Council⟧",
    "the ⟦Youth Enterprise Fund⟧ and the ⟦Women’s Enterprise Fund⟧ provides",
    "the ⟦Offences and Penalties Unit⟧ of the ⟦Ministry of Justice⟧",
    "⟦Tiburcio Cachón Rehabilitation Centre for the Blind and Visually Impaired⟧",
    "the ⟦Government⟧’s ⟦Interdepartmental Commission⟧",
    "⟦Charter for Human Rights Foundation⟧",
    "a ⟦National Advisory and Coordination Committee on Disability Issues⟧",
    "In cooperation with the ⟦Damu Foundation⟧ and the ⟦Shyrak Association for Women with Disabilities⟧.",
    "the ⟦Citizens’ Association “Infopart”⟧ from Banja Luka",
    "the NGO ⟦Latvian Umbrella Association⟧",
    "Kazakhstan’s ⟦Supreme Court⟧",
    "submitted to the ⟦Seimas⟧ and discussed at the ⟦Seimas Committee⟧, with the approval of ⟦Congress⟧.",
    "from ⟦UNICEF⟧, the ⟦Implementation Unit⟧ of the National Action Plan",
    "the ⟦Brazilian Micro and Small Enterprise Support Service⟧; ⟦Association Aspazija⟧ has offices",
    "a ⟦Human Trafficking Task Force⟧ and the ⟦Working Group on Enforced or Involuntary Disappearances⟧",
    "the ⟦Interministerial Working Group on Missing Persons⟧ met the working group",
    "the ⟦Persons with Disabilities’ Office⟧, the ⟦National Teachers’ Social Insurance Institute⟧",
    "request of ⟦Azerbaijan Blind Society⟧ 15 persons",
    "the ⟦ONCE Foundation⟧ and the ⟦Civil Service and Anti-Corruption Agency⟧",
    "to empower the ⟦National Television Council⟧; the ⟦Cuban Radio and Television Institute⟧ works in coordination",
    "the ⟦National Sports Institute⟧, the ⟦Royal Medical Services⟧ and the ⟦Republic Pedagogical Institute of the RS⟧",
    "representatives of the ⟦Financial Administration⟧; in the ⟦Sierra Leone Police Force⟧; the ⟦National Army⟧",
    "In September 2018, the ⟦Police⟧ and the ⟦Ministry of Education, Science and Sport⟧ launched a project.",
    "the ⟦Identification, Migration and Alien Affairs Service⟧ affords; the ⟦Ombudsman Institution⟧ is involved",
]

OFFICES_AND_KNOWN_NAMES = [
    "the ⟦Attorney General⟧ in consultation with the ⟦Judiciary⟧ and ⟦Parliament⟧",
    "the ⟦Council of Ministers of Bosnia and Herzegovina⟧ and the ⟦Government of Trinidad and Tobago⟧ and others",
    "approved by the ⟦Government of Kenya⟧ and the ⟦President of the Republic⟧",
    "⟦United Nations Children’s Fund⟧ (⟦UNICEF⟧), ⟦ILO⟧ and ⟦WHO⟧",
    "specialists of the ⟦UN⟧ and ⟦OSCE⟧.",
    "⟦Statistics Netherlands⟧ and the ⟦State Chancellery⟧ monitor; the ⟦Washington Group⟧ questions",
    "the Permanent Representative to the ⟦UN Office in Geneva⟧ spoke",
    "chaired by the ⟦Minister of Social Development⟧ or a person designated",
    "the ⟦Kenya Red Cross⟧ and ⟦Special Olympics Malawi⟧",
    "⟦Special Olympics International⟧; ⟦Plan Internacional⟧, ⟦Feed the Children⟧ and ⟦Habitat for Humanity⟧",
    "the Belgium-based NGO ⟦Avocats sans frontières⟧; the consent of the ⟦Director of Public Prosecutions⟧",
    "recommendations of the ⟦Group of Experts on Action against Trafficking in Human Beings⟧ (⟦GRETA⟧)",
    "The ⟦MoGCSD⟧ signed an MoU with the ⟦GoSL⟧.",
    "Order No. 83 of the ⟦Procurator-General⟧ of 12 September 2011",
]

IN_THE_NAMES_OF_INSTRUMENTS = [
    "⟦Supreme Court⟧ Regulatory Decision No. 7 of 28 December 2009",
    "⟦Ministry of Internal Affairs⟧ Order No. 182 of 29 March 2012",
    "approved by ⟦Government⟧ Decision No. 702",
    "the Law Enforcement Service Act of 6 January 2011",
    "the Labour Inspection Convention, 1947 (No. 81)",
    "⟦UNDP⟧’s ⟦Regional Office⟧, the ⟦Attorney General’s Office⟧ and the ⟦Prime Minister's Office⟧",
    "the United Nations Convention against Transnational Organized Crime",
]

NAMED_BY_WHAT_STANDS_AROUND = [
    "the ⟦National Identity and Land Registry⟧, the ⟦Civil Registry and Identity Service⟧; upon Civil Registry rules",
    "entered in the National Registry of Persons with Disabilities",
    "The ⟦Kenyan Registry of Interpreters for the Deaf⟧ met.",
    "recommended by the ⟦Kenyan Web Harbour Group⟧; such as the ⟦Deaf Children Action Group⟧ (DCAG)",
    "The ⟦Team for Disabled Pilots⟧ met. In 2012, the ⟦^Team⟧ assessed the National Football Team.",
    "at the ⟦President of the Rail Harbour Office⟧; the President of the ⟦Supreme Court⟧",
    "by the ⟦Office of the President of the Council of Ministers⟧",
    "their Member of Parliament; members of ⟦Parliament⟧; the annual Youth Parliament",
    "with the ⟦Ministry of Culture⟧, the Capital District and others",
    "the ⟦Minister of Administration and Piers⟧",
    "the ⟦Ministry of Health⟧, and the ⟦District Health Boards⟧; the ⟦Ministry of Health⟧ and Local Boards",
    "a number of District Health Boards; the ⟦Ministry of Health⟧ and each of the District Health Boards",
    "The State Party, through the ⟦Harbour Security System⟧ (HSS, in short), pays.",
    "the ⟦EC⟧ Regulation and Regulation (EC) 1371/2007 and Directive (EU) 2016/800",
    "the ⟦Pilots Syndicate⟧ and the independence of the ⟦^Syndicate⟧",
]

BACK_REFERENCES = [
    "The ⟦^Working Group⟧ was established; by the Working Group on the issue of discrimination and a Task Force",
    "the ⟦National Service for Persons with Disabilities⟧ said. The ⟦^Service⟧ ran a course; the Service of 2020",
    "the Union and the States, the Mission and the Service",
    "The ⟦Inter-Parliamentary Union⟧ met. The ⟦^Union⟧ also notes; the ⟦Attorney General of the Republic⟧",
    "The ⟦^Society⟧ in conjunction with the ⟦^Ministry⟧ offers courses.",
    "at the third session of the ⟦^Council⟧, this ⟦^Committee⟧ and the ⟦^said Institute⟧",
    "The ⟦^latter body⟧ holds courses.",
]

NONE = [
    "the Convention on the Rights of Persons with Disabilities UN Doc CRPD/C/2/3",
    "courts, a court, law enforcement agencies and local authorities",
    "a District Court or the competent ministries",
    "every Government Ministry shall maintain a unit",
    "the first Government Ministry with a unit",
    "the cantons in the Federation of Bosnia and Herzegovina",
    "Government agencies and Government officials",
    "• Commission of an offence by a minor",
    "the Machakos Technical Institute for the Blind offers courses",
    "the School of Public Administration for the Region",
    "the Russian Federation, the Soviet Union and Civil Society",
    "General Education and Early Childhood Education (ECE) teachers of ECE",
    "President Nazarbayev and the President of the Damu company",
    "NGOs and Ministries, Departments and Agencies (MDAs)",
    "The Measures for the Administration of Air Transport for the Disabled (2015)",
    "the Deputy Minister of Health",
    "the Danish Administration of Justice Act and the National Institution of Culture and History Act",
    "the Second Congress on Special Education, the Fifth National Congress and the Nineteenth National Congress",
    "the labour force, the Labour Force Survey, Group II and the Age Group",
    "the President of the institution",
    "the Department for Social Work at the University of Banja Luka",
    "took part in the National Special Olympics",
    "the State and State bodies",
    "The National School of the Judiciary, the National Experimental University of the Armed Forces",
    "Eight Key Government Ministries and 15 Federal Government agencies; for example, State House, Youyi Building",
    "across the 26 states of the Federation and the Federal District; the three levels of the Federation",
    "courses titled “The Police and Human Rights”, a programme “You and the Police”, Police officers",
    "the National Teacher Training Institute to provide for teachers",
    "Protection of Freedom of Expression and the Press, Protection of Freedom of Assembly and Association Protection",
]

KINDS = [
    ("Ministry of Internal Affairs of Kazakhstan", "ministry", "national"),
    ("Supreme Court", "court", "national"),
    ("Office of the Procurator-General", "office", "national"),
    ("Parliament of Kazakhstan", "parliament", "national"),
    ("Government", "government", "national"),
    ("Committee on Enforced Disappearances", "treaty-body", "international"),
    ("UNICEF", "international-organization", "international"),
    ("European Court of Human Rights", "court", "international"),
    ("Kenya Society for the Blind", "ngo", "national"),
    ("Embassy of the United States of America in Kazakhstan", "embassy", "national"),
    ("National Council for Persons with Disabilities", "council", "national"),
    ("KSB", "other", "national"),
    ("MoGCSD", "ministry", "national"),
    ("FSM Attorney General", "office", "national"),
    ("Statistics Denmark", "office", "national"),
    ("Danish Defence", "service", "national"),
    ("Danish Regions", "association", "national"),
    ("World Vision BiH", "ngo", "international"),
    ("Disabled People’s Organisations Denmark", "ngo", "national"),
]


def unmark(text: str) -> str:
    return re.sub(r"⟦\^?|⟧", "", text)


def mark(text: str) -> str:
    for find in reversed(find_agencies(NLP(text))):
        sign = "^" if find.anaphor else ""
        text = f"{text[: find.start]}⟦{sign}{text[find.start : find.end]}⟧{text[find.end :]}"
    return text


@pytest.mark.parametrize(
    "sentence",
    [
        *SPELLED,
        *HEAD_FIRST,
        *IN_LOWER_CASE,
        *ABROAD,
        *HEAD_LAST,
        *OFFICES_AND_KNOWN_NAMES,
        *IN_THE_NAMES_OF_INSTRUMENTS,
        *NAMED_BY_WHAT_STANDS_AROUND,
        *BACK_REFERENCES,
        *NONE,
    ],
)
def test_the_agencies_of_a_sentence(sentence: str) -> None:
    assert mark(unmark(sentence)) == sentence


@pytest.mark.parametrize(("name", "kind", "level"), KINDS)
def test_a_name_says_what_kind_of_agency_it_is(name: str, kind: str, level: str) -> None:
    assert agency_kind(name) == (kind, level)


def test_a_body_inside_a_title_is_no_mention() -> None:
    text = "Act on the Bar and the Ministry of Justice, by the Ministry of Justice"
    agencies = find_agencies(NLP(text))
    title = Found(0, 42, "test", title=(7, 42))
    assert [text[find.start : find.end] for find in agencies] == ["Ministry of Justice"] * 2
    assert [find.start for find in outside_titles(agencies, [title])] == [51]


PIECES = st.sampled_from(
    [
        *(
            "the ",
            "The ",
            "Ministry ",
            "of ",
            "Council ",
            "and ",
            ", ",
            "’s ",
            "“",
            "” ",
            "Health ",
            "for ",
            "Children",
        ),
        *("UNICEF ", "United Nations ", "Government", "Order No. 5 ", "President ", "MoH ", "latter body ", "a ", "\n"),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join)))
def test_any_text_gives_agencies_in_order_without_overlap(text: str) -> None:
    finds = find_agencies(NLP(text))
    assert all(a.end <= b.start for a, b in pairwise(finds))
    assert all(0 <= find.start < find.end <= len(text) for find in finds)
    assert all(isinstance(agency_kind(text[find.start : find.end])[0], str) for find in finds)


@pytest.mark.parametrize(
    "piece", ["Ministry of ", "Council ", "Health, ", "Health and ", "of the Children’s ", "“Ministry "]
)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    def find(times: int) -> Callable[[], object]:
        doc = NLP("the Ministry of " + piece * times)
        return lambda: find_agencies(doc)

    assert grows_linearly(find, 2000, 8000)
