import { type Language, TENS } from './language';
import { some, total, type Words, withinParentheses } from './pageWords';

export const english: Language = {
  tag: 'en',
  name: 'English',
  frequentWords:
    'the of and to in is for that with are as by on this from be it was has at or an not have its their which',
  commonWords:
    'a about above after again all also am an and any are as at be because been before being below between both but by can could did do does during each few for from further had has have having he her here hers him his how if in into is it its itself just may me might more most must my no nor not now of off on once one only or other our out over own per said same she should so some such than that the their them then there these they this those through to too under until up upon us very was we were what when where which while who whom why will with within without would yet you your',
  headings: {
    names: [
      'Key takeaways',
      'Summary',
      'Methodology',
      'Open questions',
      'Next steps',
      'Conclusion',
      'Notes',
      'Sources',
    ],
    ofSources: 'Sources',
    sources:
      'source|sources|source list|source index|supporting sources|list of sources|sources cited|sources used|sources consulted|data sources|data and sources|primary sources|secondary sources|key sources|main sources|official sources|web sources|online sources|reference|key references|main references|selected references|further references|references cited|works consulted|reference links|useful links|external links|related links|endnotes|further reading|recommended reading|additional reading|additional resources|select bibliography|annotated bibliography|key citations|selected citations|references|reference list|list of references|bibliography|selected bibliography|works cited|literature cited|literature|citations|cited sources|links|sources list|table of sources|source table|sources table',
    aboutSources: '(?<!open[ -])sources?|references?|bibliography|citations?|links|resources|reading|literature',
    summary:
      'summary|executive summary|exec summary|management summary|short summary|in summary|conclusions and recommendations|conclusion and recommendations|recommendations|recommendation|policy recommendations|our recommendations|key recommendations|policy implications|policy options|short answer|the short answer|the bottom line|tl;dr|tldr|tl dr|abstract|synopsis|at a glance|in brief|in short|conclusion|conclusions|concluding remarks|closing remarks|summary of findings|bottom line',
    summaryAtTop: 'key takeaways|key takeaway|takeaways|key points|key findings|main points|main findings|highlights',
    exempt:
      'note|notes|footnotes|editor notes|author notes|open questions|open question|questions|outstanding questions|unanswered questions|further questions|next steps|next step|action items|to do|todo|to-do|tasks|methodology|method|methods|research method|how we did this|scope|limitations|caveats|data and methods|data and methodology|research questions|disclaimer|disclaimers|legal notice|disclosure|disclosures|glossary|definitions|abbreviations|acronyms|terminology|acknowledgements|acknowledgments|acknowledgement|thanks|credits|about|about us|about this brief|about this report|about the author|about the authors|contents|table of contents|toc|appendix|appendices|annex|annexes|changelog|change log|version history|revision history|see also|contact|author|authors|license|licence|copyright',
    appendix: 'appendix|annex',
    parts: 'chapter|section|part',
    and: 'and',
    judges:
      'conclusions?|concluding|summary|takeaways?|coda|closing|outlook|implications?|judge?ments?|verdict|interpretations?|discussion|reflections?|lessons?|thesis|opinions?|my view|our view|forward-looking|what (?:it|this|that) means|why (?:it|this|that) matters|so what|critique|hypothes[ei]s|scenarios?',
    advises:
      'recommend\\p{L}*|advice|strateg(?:y|ies)|actions?|action items|next steps?|how to|guidance|guidelines?|best practices?|checklists?|tips?|steps?|roadmap|implementation(?: plan)?|mitigations?|playbook|when (?:not )?to|choose|choosing|troubleshooting|setup|installation|install|usage|workflow|fabrication|testing|design phase|future (?:work|research|directions?|possibilities)|plan|plans|todos?|requirements?|prompts?|tasks?|goals?|objectives?|instructions?',
    tellsHow:
      'method\\p{L}*|approach|scope|limitations?|limits|caveats?|about (?:this|the)|how (?:this|we|it was)|procedure|experimental|experiments?|protocol|verification|knowledge gaps?|evidence gaps?|gaps|uncertaint(?:y|ies)|confidence(?: \\p{L}+)?|(?:high|medium|low) confidence|where (?:sources|experts|evidence).*|what (?:is established|remains).*|update history|revision history|change ?log|status(?: overview)?|evaluation|metadata|provenance|quality|open issues?',
  },
  gaps: 'citation needed|source needed|citation required',
  captions: {
    figures: 'figures?|fig\\.?|tables?|tab\\.|charts?|graph|exhibit|diagram|map|box',
    sources: '(?:data )?sources?(?: and notes?)?',
    notes: '(?:image |photo )sources?|notes?|(?:photo |image )?credits?|photo',
  },
  months:
    'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  numberWords: {
    rows: [
      ['article', 1, 'a/an'],
      ['and', 0, 'and'],
      ['point', 0, 'point'],
      [
        'small',
        0,
        'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      ],
      ['small', TENS, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety'],
      ['hundred', 100, 'hundred'],
      ['scale', [3, 5, 7, 6, 9, 12, 15], 'thousand lakh/lac/lakhs crore/crores million billion trillion quadrillion'],
      ['dozen', 12, 'dozen/dozens'],
      ['half', 0.5, 'half/halves'],
      [
        'part',
        1,
        'first second third/thirds fourth/fourths fifth/fifths sixth/sixths seventh/sevenths eighth/eighths ninth/ninths tenth/tenths eleventh/elevenths twelfth/twelfths thirteenth/thirteenths fourteenth fifteenth/fifteenths sixteenth/sixteenths seventeenth eighteenth nineteenth',
      ],
      ['part', 4, 'quarter/quarters'],
      [
        'part',
        TENS,
        'twentieth/twentieths thirtieth/thirtieths fortieth/fortieths fiftieth/fiftieths sixtieth/sixtieths seventieth/seventieths eightieth/eightieths ninetieth/ninetieths',
      ],
      ['part', [100, 1000], 'hundredth/hundredths thousandth/thousandths'],
    ],
  },
  scales: [
    [2, 'hundred'],
    [3, 'thousand thousands'],
    [5, 'lakh lakhs lac lacs'],
    [6, 'million millions mn mln mio'],
    [7, 'crore crores'],
    [9, 'billion billions bn bln mrd'],
    [12, 'trillion trillions tn trn trln tln'],
    [15, 'quadrillion quadrillions'],
  ],
  directions: {
    up: 'mount(?:s|ed|ing)|balloon(?:s|ed|ing)|escalat(?:e|es|ed|ing)|recover(?:s|ed|ing)|improv(?:e|es|ed|ing|ement)|(?:went|gone|goes|going|moved|ticked|crept|inched|picked|shot|pushed|drove|driven|revised) (?:up|higher|upwards?)|boom(?:s|ed|ing)|upturn|upswing|multipl(?:y|ies|ied)|add(?:s|ed)(?= (?:about |some |nearly )?[\\d$€£])|rose|ris(?:e|es|en|ing)|gr(?:ew|ow|ows|own|owing|owth)|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|leap(?:s|ed|t)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|rocket(?:s|ed)|spik(?:e|es|ed)|gain(?:s|ed|ing)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)|hik(?:e|es|ed|ing)|boost(?:s|ed|ing)?|expan(?:d|ds|ded|ding|sion)|enlarg(?:e|es|ed)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed)|swell(?:s|ed|ing)|widen(?:s|ed|ing)?|rall(?:y|ies|ied)|rebound(?:s|ed)?|appreciat(?:e|es|ed|ion)|strengthen(?:s|ed|ing)?|advanc(?:e|es|ed)|edg(?:es|ed) (?:up|higher)|upgrad(?:e|es|ed)|(?<!(?:mak(?:e|es|ing)|made|sets?|ends?|ended|adds?|added) )up(?= (?:by|from|about|some|nearly|almost|roughly|over|more than|an?|[\\d$€£¥])(?![a-z]))|(?<=% )up',
    down: '(?:went|gone|goes|going|came|come|moved|ticked|crept|inched|brought|driven|drove|pushed|scaled|revised) (?:down|lower|back|downwards?)|erod(?:e|es|ed|ing)|deteriorat(?:e|es|ed|ing)|subsid(?:e|es|ed|ing)|curtail(?:s|ed)|par(?:ed|ing)|downturn|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|diminish(?:es|ed|ing)?|dwindl(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)|shr(?:ink|inks|ank|unk|inking)|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|nosedived?|collaps(?:e|es|ed|ing)|crash(?:es|ed|ing)?|sl(?:id|ide|ides|iding)|slipp?(?:s|ed|ing)?|s(?:ank|ink|inks|unk|inking)|tumbl(?:e|es|ed|ing)|contract(?:ed|ing|ion)|reduc(?:e|es|ed|ing|tion|tions)|trim(?:s|med|ming)?|lost|los(?:e|es|ing)|retreat(?:s|ed|ing)?|reced(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|dip(?:s|ped|ping)?|slash(?:es|ed|ing)?|shed(?:s|ding)?|weaken(?:s|ed|ing)?|depreciat(?:e|es|ed|ion)|devalu(?:e|es|ed|ation)|downgrad(?:e|es|ed)|edg(?:es|ed) (?:down|lower)|down(?= (?:by|from|to|about|some|nearly|almost|roughly|over|more than|an?|[\\d$€£¥])(?![a-z]))|(?<=% )down',
    same: 'unchanged|held (?:its|the|rates?|steady)|kept (?:its|the|rates?)|left (?:its|the|rates?)|steady',
    surplus: 'surplus(?:es)?|inflows?|net (?:buyers?|buying|purchases)',
    deficit: 'deficits?|outflows?|net (?:sellers?|selling|sales)',
    profit: 'profits?|net income|earned|earnings',
    loss: 'loss|losses',
    above:
      '(?:beat|beats|beating|topped|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)|above|ahead of)(?=.{0,30}(?:expect|forecast|guidance|estimate|target|goal|plan|consensus))|outperformed|overshot',
    below:
      '(?:miss(?:es|ed|ing)?|below|behind|short of)(?=.{0,30}(?:expect|forecast|guidance|estimate|target|goal|plan|consensus))|underperformed|undershot',
    upAfter: 'dearer|pricier|faster|heavier|longer|taller|more|higher|larger|above|up',
    downAfter: 'cheaper|slower|lighter|shorter|less|fewer|lower|smaller|below|down',
    share:
      'ma(?:de|ke|kes|king) up|accounts? for|accounted for|accounting for|represent(?:s|ed|ing)|constitut(?:e|es|ed)|compris(?:e|es|ed)',
    to: 'to|to (?:about|some|nearly|almost|just|only)',
    by: 'by|by (?:about|some|nearly|almost|just|only)',
    unclear:
      "not|never|no|without|neither|nor|hardly|unlike|instead|rather|fail(?:s|ed)?|avoid(?:s|ed|ing)?|slow(?:s|ed|ing|er|est|down)?|narrow(?:s|ed|ing|er)?|eas(?:e|es|ed|ing)|moderat(?:e|es|ed|ing)|revers(?:e|es|ed|ing)|offset(?:s|ting)?|despite|(?:after|before|following)(?= (?:an? )?\\w*(?:ing|rise|fall|drop|decline|gain|cut)\\b)|(?:do|does|did|is|was|were|has|have|had|would|could|can|wo|ca)n't",
  },
  events: {
    leading:
      /(\p{Ll}{2,}ed|born|built|began|won|lost|sold|bought|left|rose|fell|became|took|made|met|held|written|wrote|paid) (?:in|on) (?:\p{Lu}\p{Ll}+ )?$/u,
    life: ['born', 'died'],
  },
  frames: {
    parts: 'while|whereas|but|although|though|and|compared|against|versus|which|who|yet|than',
    empty:
      'years?|quarters?|months?|weeks?|days?|half|first|second|earlier|before|later|previous|same|total|number|past|recent|now|last|sell|sells|sold|selling|bought|buy|paid|spen[dt]|made|came|took|accounted|brought|stood|reached|amounted|named|roughly|almost|nearly|average|averaged',
    is: 'reach(?:ed|es)|stood|stands|amounted|amounts|came|comes|hit|hits|totall?ed|numbered|roughly|almost|nearly|exactly|now|already',
    those: 'those|that|ones|their|its',
    another: 'another|others?',
    respectively: 'respectively',
    leads: 'to|of|in|for|from|at|on|with|among|between',
    compares: 'than|outsold|outnumber(?:s|ed)?|unlike|compared|ahead of|behind',
    measures:
      'revenues?|sales|turnover|profits?|income|earnings|ebitda?|margins?|exports?|imports?|costs?|prices?|volumes?|output|production|consumption|capacity|assets|debts?|deposits|loans|spending|investments?|shares?|growth|backlog|orders|deliveries|cash|dividends?|wages?|inflation|unemployment|yields?|weight|height|length|area|speed|temperature',
    expects:
      'will|would|could|may|might|should|shall|expect(?:s|ed|ations?)?|forecast(?:s|ed|ing)?|foresees?|foresaw|project(?:ed|ions?)|estimat(?:es?|ed|ions?)|predict(?:s|ed|ions?)|target(?:s|ed)?|goals?|aim(?:s|ed)?|plan(?:s|ned)|intend(?:s|ed)?|guid(?:es?|ed|ance)|outlook|budget(?:s|ed)?|likely|potential(?:ly)?|if',
    periods: {
      'part H1': '(?:the )?first half|first six months',
      'part H2': '(?:the )?second half',
      'part whole': 'full[- ]year|(?:whole|entire) year|year as a whole',
      'year last': 'last year',
      'year this': 'this year',
      'year next': 'next year',
      'base year':
        '(?:a|one) year (?:earlier|before|ago)|year[- ]on[- ]year|year over year|the same (?:month|quarter|period) (?:of )?(?:the year before|last year|a year earlier)',
      'base period':
        '(?:a|one) (?:month|quarter) (?:earlier|before|ago)|(?:month|quarter)[- ]on[- ](?:month|quarter)|previous (?:month|quarter)',
    },
  },
  operations: {
    difference:
      'more|fewer|less|higher|lower|above|below|greater|larger|smaller|longer|shorter|difference|gap|margin|lead|outperform(?:s|ed|ing)?|improv(?:e|es|ed|ing|ements?)|exceed(?:s|ed|ing)?|outnumber(?:s|ed)?|outsold|better|worse|ahead of|behind',
    sum: 'together|combined|altogether|in total|in all|total(?:l?ed|l?ing|s)?|jointly|between them|sum|(?:over|in) (?:the|these|those|all|both) \\w+ (?:years|months|quarters|regions|countries)|both',
    rest: 'the rest|remaining|remainder|other than|the others?|apart from|except',
    ratio: 'for (?:every|each)|per|times as|-?fold',
    base: 'than|from|compared with|compared to|against|earlier|before|previous',
    part: 'of (?:whom|which|these|those|them)|including',
    average: 'on average|averag(?:e|ed|es|ing)|mean',
    times:
      'times (?:as|more|(?:high|larg|great|bigg|small|low|fast|slow|long|short|heavi|strong|wid|deep|bright|cheap|old|rich)er|that of|those of|its|their|the (?:size|number|amount|rate|level|average|price|cost|value|length|weight|area|population|output))',
    each: 'per|for (?:each|every)',
    rate: 'to the (?:dollar|euro|pound|franc|yen|yuan|rupee)|(?:a|per) (?:dollar|euro|pound|franc)|exchange rate',
  },
  changes: {
    from: 'from',
    to: 'to',
    double: 'doubl(?:ed|es|ing)|twice(?= (?:as|the|that|its|what))',
    triple: '(?:tripl|trebl)(?:ed|es|ing)',
    quadruple: 'quadrupl(?:ed|es|ing)',
    half: 'halv(?:ed|es|ing)',
  },
  heads: {
    total: '(?:grand |sub-?)?totals?|sum',
    rest: 'others?|rest|remainder|remaining',
    average: 'averages?|mean|median',
    change: 'changes?|difference|increase|decrease|growth|yoy|Δ',
    share: 'shares?|percentages?|proportion',
    rate: 'rates?|per|prices?|index|ratio|years?|ranks?|margin|yield|density|score|age|since|median|max(?:imum)?|min(?:imum)?',
  },
  denials: {
    denies:
      "not|never|cannot|no longer|(?:second|third|fourth|fifth|next)(?=[- ]\\p{L}+est\\b)|neither|nor|(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should)n['’]t|(?:fail|refus|declin)(?:s|es|ed|ing)? to|yet to",
    unclear:
      'not the (?:most|least|only|first|\\p{L}+est)|not (?:only|just|until|without|least|surprisingly|necessarily|merely|all|every|always|un\\p{L}+)|no (?:fewer|less|more|later|sooner|doubt|matter)|whether|if|unless|nothing but|would|could|may|might|should|until|without|denie[sd]|deny|not (?:[\\p{L}\\d,-]+ ){1,8}before|never fail\\p{L}*|apart from|except|other than|the only',
    reach: 'word',
    opposites:
      'approve reject|accept reject|accept refuse|allow ban|allow prohibit|permit ban|agree disagree|support oppose|win lose|won lost|succeed fail|join leave|include exclude|appoint dismiss|impose lift|introduce abolish|guilty innocent|convict acquit|uphold overturn|buy sell|lend borrow|safe dangerous|voluntary mandatory|voluntary compulsory|permanent temporary|largest smallest|biggest smallest|highest lowest|best worst|earliest latest|longest shortest|oldest youngest|oldest newest|fastest slowest|strongest weakest|richest poorest|busiest quietest|cheapest dearest|import export',
  },
  assurance: {
    unlikely: 'unlikely|doubtful|improbable',
    likely: '(?<!(?:more|less|as|times) )likely|probabl[ey]|presumabl[ey]|in all likelihood',
    possible:
      "(?<!-)may(?! \\d)|might|could(?!n['’]t| not)|perhaps|maybe|possib(?:ly|le|ility)|potentially|conceivably",
    seems:
      'seem(?:s|ed|ingly)?|appear(?:s|ed)? to|apparently|reportedly|alleged(?:ly)?|purportedly|supposedly|suggest(?:s|ed|ing)?|(?:is|are|was|were) (?:said|thought|believed) to',
    expected:
      'expect(?:s|ed|ations?)?|forecast(?:s|ed)?|projected|projections?|estimat(?:es?|ed|ions?)|predict(?:s|ed|ions?)?|anticipat(?:es?|ed)|plan(?:s|ned)?(?= to)|planned|intend(?:s|ed)?(?= to)|aim(?:s|ed)?(?= to)|(?:is|are|was|were) set to|in the region of',
    causes:
      'because|due to(?! (?:open|close|start|begin|end|be))|owing to|on account of|thanks to|caus(?:es?|ed|ing)|causal(?:ly)?|(?:led|leads?|leading) to|result(?:s|ed|ing)? (?:in|from)|(?:as a|the) (?:result|consequence) of|as a (?:result|consequence)|therefore|hence|thus|consequently|trigger(?:s|ed|ing)|prompt(?:s|ed|ing)|spark(?:s|ed|ing)|spurr?(?:s|ed|ing)|fuell?(?:ed|ing)|(?:driven|caused) by|drove|brought about|attribut(?:ed|able) to|responsible for|stem(?:s|med|ming)? from|contribut(?:es?|ed|ing) to|so that|that is why|which is why|the reason',
    mayCause:
      '(?<!as )since (?:the|its|their|it|they|this|these|there|no|many|most)|(?<!(?:such|well|same|known|as|much|far|long|soon|many) )as (?:the|its|their|it|they|this|these|there|no|many|more|fewer|demand)|(?<=, )as(?! (?:well|of|in|an?)(?!\\p{L}))|so(?! (?:far|many|much|that|called))|for this reason|forc(?:es?|ed|ing)|push(?:es|ed|ing)?|makes?|made|making|explain(?:s|ed)?|behind this',
    links:
      'associated with|associations? (?:with|between)|linked (?:to|with)|links? (?:to|between)|correlat(?:es?|ed|ions?)|related to|coincid(?:es?|ed) with|tied to|(?:goes|go|went) (?:along|together|hand in hand) with',
  },
  saying:
    'said|says|told|wrote|writes|argued|argues|added|adds|warned|warns|noted|notes|explained|explains|claimed|claims|stated|insisted|insists|replied|announced',
  today: {
    before: '(?:last|past|next|coming|previous)',
    behind: '(?:old )?ago\\b',
    still: "is|are|['’]s|has|have|turns|will be",
  },
  dateBounds: {
    lessThan: 'before|prior to|until|till|earlier than|ahead of',
    atMost: 'by|no later than|up to|through',
    moreThan: 'after|later than',
    atLeast: 'no earlier than|not before',
  },
  median: 'median',
  hedges: {
    about:
      'about|around|roughly|approximately|approx|some|close to|near|circa|ca|an estimated|estimated|in the region of',
    nearly: 'nearly|almost|just short of',
    atLeast:
      'no less than|not less than|at least|at the least|a minimum of|minimum of|no fewer than|not fewer than|at least or equal to|equal to or more than|greater than or equal to|more than or equal to',
    atMost:
      'no more than|not more than|not exceed|not exceeds|not exceeded|not exceeding|never exceed|never exceeds|never exceeded|without exceeding|not above|not over|up to|at most|at the most|as much as|as many as|a maximum of|maximum of|equal to or less than|less than or equal to',
    moreThan:
      'more than|greater than|larger than|higher than|over|above|exceeding|exceeds|exceeded|exceed|upwards of|in excess of|beyond|topped|topping|past',
    lessThan: 'less than|fewer than|smaller than|lower than|under|below|just under',
  },
  units: {
    t: 'tonne|tonnes|metric ton|metric tons|metric tonnes|ton|tons',
    kt: 'kiloton|kilotons|kilotonne|kilotonnes',
    Mt: 'megaton|megatons|megatonne|megatonnes',
    Gt: 'gigaton|gigatons|gigatonne|gigatonnes',
    kg: 'kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos',
    g: 'gram|grams|gramme|grammes',
    mg: 'milligram|milligrams',
    ug: 'microgram|micrograms',
    lb: 'pound|pounds',
    oz: 'ounce|ounces|troy ounce|troy ounces',
    ct: 'carat|carats',
    stone: 'stone',
    km: 'kilometer|kilometers|kilometre|kilometres',
    m: 'meter|meters|metre|metres',
    cm: 'centimeter|centimeters|centimetre|centimetres',
    mm: 'millimeter|millimeters|millimetre|millimetres',
    nm: 'nanometer|nanometers|nanometre|nanometres',
    mi: 'mile|miles',
    nmi: 'nautical mile|nautical miles',
    ft: 'foot|feet',
    in: 'inch|inches',
    yd: 'yard|yards',
    ly: 'light year|light years|light-years',
    km2: 'square kilometer|square kilometers|square kilometre|square kilometres',
    m2: 'square meter|square meters|square metre|square metres',
    mi2: 'square mile|square miles',
    ft2: 'square foot|square feet|sq feet',
    ha: 'hectare|hectares',
    acre: 'acre|acres',
    m3: 'cubic meter|cubic meters|cubic metre|cubic metres',
    ft3: 'cubic foot|cubic feet',
    km3: 'cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres',
    L: 'liter|liters|litre|litres',
    mL: 'milliliter|milliliters|millilitre|millilitres',
    gal: 'gallon|gallons',
    bbl: 'barrel|barrels',
    pint: 'pint|pints',
    tsp: 'teaspoon|teaspoons|tsp',
    tbsp: 'tablespoon|tablespoons|tbsp',
    cup: 'cups',
    W: 'watt|watts',
    kW: 'kilowatt|kilowatts',
    MW: 'megawatt|megawatts',
    GW: 'gigawatt|gigawatts',
    TW: 'terawatt|terawatts',
    kWh: 'kilowatt-hour|kilowatt-hours|kilowatt hours|kilowatt hour',
    MWh: 'megawatt-hour|megawatt-hours|megawatt hours|megawatt hour',
    GWh: 'gigawatt-hour|gigawatt-hours|gigawatt hours|gigawatt hour',
    TWh: 'terawatt-hour|terawatt-hours|terawatt hours|terawatt hour',
    V: 'volt|volts',
    hp: 'horsepower',
    kcal: 'kilocalories',
    cal: 'calorie|calories',
    dB: 'decibel|decibels',
    Hz: 'hertz',
    bit: 'bit|bits',
    byte: 'byte|bytes',
    kB: 'kilobytes|kilobyte',
    MB: 'megabyte|megabytes',
    GB: 'gigabyte|gigabytes',
    TB: 'terabyte|terabytes',
    PB: 'petabytes|petabyte',
    year: 'year|years|yr|yrs|year old|years old|year-old',
    month: 'month|months|month old|months old|month-old',
    week: 'week|weeks|week old|weeks old|week-old',
    day: 'day|days|day old|days old',
    h: 'hour|hours',
    min: 'minute|minutes',
    s: 'second|seconds',
    decade: 'decade|decades',
    mph: 'miles per hour|miles an hour',
    'km/h': 'kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour',
    kn: 'knot|knots',
    '°C': 'degrees celsius|degree celsius|degrees centigrade|celsius|celcius|centigrade|degrees c|degrees celcius',
    '°F': 'degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f',
    K: 'kelvin',
    ppm: 'parts per million',
    ppb: 'parts per billion',
    '°': 'degree|degrees',
    '%': 'percent|per cent|percents|percentage|pct',
    pp: 'percentage point|percentage points|percent points',
    times: 'times',
    'basis point': 'basis point|basis points',
    'per mille': 'per mille',
  },
  abbreviations: {
    beforeWord:
      'Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Hon|Rev|Fr|Sr|Jr|St|Ste|Mt|Ft|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Cmdr|Gov|Sen|Rep|Pres|Amb|Messrs|e\\.\\s?g|i\\.\\s?e|cf|viz|vs|al|ca|resp|approx|incl|excl|esp|et seq|ibid',
    beforeNumber:
      'No|Nos|N|n|p|pp|Vol|vol|vols|Fig|Figs|fig|figs|Tab|tab|Eq|eq|Eqs|Sec|sec|Sect|Ch|ch|Chap|chap|Art|art|Par|par|para|Ex|App|app|Ed|ed|Pt|pt|ver|Ver|rev|v|c|est|max|min|avg|equiv|tel|Tel|ext|op|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec',
    beforeEither: 'Inc|Corp|Ltd|Co|Cos|Bros|LLC|plc|a\\.\\s?m|p\\.\\s?m',
    sentenceStarts:
      'The|A|An|This|That|These|Those|It|Its|He|She|They|We|You|His|Her|Their|Our|There|Here|In|On|At|By|For|From|With|To|As|Of|But|And|Or|So|Yet|If|When|While|After|Before|Since|Until|Because|Although|Though|However|Meanwhile|Moreover|Still|Then|Thus|Both|Each|Most|Many|Some|Several|Few|All|No|None|Other|Others|Another|Only|Now|Today|Not|What|Which|Who|How|Why|Where',
  },
  claims: {
    prior: -0.6,
    signs: {
      'number in words':
        /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|thirds?|quarters?|twice|doubl(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)|zero|percent|per cent)\b/i,
      name: /(?<=[\p{Ll}\p{N},;:)"”'’-] )["“'‘(]?(?!I\b)\p{Lu}[\p{L}\p{N}&.'’-]+|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
      happened:
        /\b(?:was|were|became|began|broke|brought|built|bought|came|chose|did|drew|drove|fell|felt|fought|found|gave|got|grew|had|heard|held|kept|knew|laid|led|left|lent|lost|made|meant|met|paid|ran|rose|said|sat|saw|sent|shot|sold|spent|split|stood|struck|taught|threw|told|took|thought|understood|went|won|wrote)\b|\b(?!hundred)\w{3,}(?<!e)ed\b/i,
      passive:
        /\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s|not\s|often\s)?(?:\w{2,}ed|made|built|known|found|given|taken|held|led|written|born|sold|seen|shown|paid|spent|set|used|driven|done)\b/i,
      'goes on':
        /\b(?:is|are|was|were|been|'s|’s|'re|’re)\s(?:\w+ly\s|now\s|also\s|still\s|not\s)?(?!going\b|being\b|during\b)\w{2,}ing\b/i,
      change:
        /\b(?:increas\w+|decreas\w+|declin\w+|grow\w*|grew|rises?|risen|rising|rose|fall(?:s|en|ing)?|fell|drop\w*|surg\w+|reduc\w+|exceed\w*|reach\w*|lost|gain\w*|expand\w*|shrink\w*|shrank|doubl\w+|tripl\w+|halv\w+)\b/i,
      comparison:
        /\b(?:more|less|fewer|than|most|least|\w{3,}est|majority|average|ratio|rates?|levels?|number of|amount of|compared|leading|dominant|main|largely)\b/i,
      quantifier: 'every|all|many|most|some|several|various|none|nobody|no one|nothing|never|ever|only|first|last',
      attribution:
        /\b(?:according to|says?|said|claims?|claimed|told|reports?|reported|announced|stud(?:y|ies)|research|evidence|surveys?|polls?|scientists|experts|data|statistics|figures|records?|voted?|supports?|opposed|opposes|signed|passed|proposed|proposes|estimates?)\b/i,
      'cause or kind':
        /\b(?:including|such as|for example|e\.g\.|known as|called|namely|because of|due to|caus\w+|used (?:to|in|for|by)|made of|based on|consist\w* of|contain\w*|located in|born in|part of|leads? to|depends? on|rel(?:ies|y) on|accounts? for)\b/i,
      does: /\b(?:affects?|allows?|bans|combines?|comes|comprises?|contains?|controls|costs|covers|creates?|depends?|dominates?|employs?|exports|features|focus(?:es)?|holds|imports|includes?|involves?|leads|lives|makes|mines|needs|offers|owns|plays|processes|produces?|promotes?|provides?|publish(?:es)?|refines|rel(?:ies|y)|remains?|represents?|requires?|runs|sells|serves?|shows|suggests?|supplies|supports|uses)\b/i,
      time: /\b(?:ago|since|years?|months?|weeks?|days?|today|century|decades?|january|february|march|april|june|july|august|september|october|november|december|during|history|yesterday|annual(?:ly)?)\b/i,
      asks: /^(?:(?:and|but|so|well|now|then|or|because|okay),? )?(?:who|what|why|how|when|where|which|whose|do|does|did|can|could|would|will|is|are|was|were|should|has|have)\b[^.]*$/i,
      instruction:
        /^(?:(?:and|but|so|or|well|now|then|overall|also|first|next|finally|just|please),? )*(?:let(?:'s|’s| us| me)|look (?:at|what|how|to)|see|note|remember|consider|imagine|think|read|check|use|try|keep|ask|listen|stop|don't|do not|make sure|ensure|determine|identify|choose|select|avoid|add|take|tell|wait|click|contact|visit|follow|evaluate|review|compare|suppose|understand|verify|confirm|give|require|introduce|establish|strengthen|expand|invest|adopt|create|develop|encourage|promote|improve|provide|allow|reduce|publish|implement|accelerate|prioriti[sz]e|diversify|conduct|engage|explore|simplify|streamline|clarify|extend|integrate|enforce|appoint|harmoni[sz]e|coordinate|install|deploy|leverage|incorporate|configure|enable|disable|attach|calculate|validate|assess|learn|quantify|maintain|define|include|write|apply|monitor|prepare|connect|replace|find|get|build|run|please)\b(?! (?:is|are|was|were|has|had)\b)|^(?!(?:In|On|At|By|For|From|With|Without|Within|To|Of|As|Under|Over|After|Before|Since|During|Despite|Among|Around|About|Above|Below|Behind|Beyond|Between|Across|Along|Against|Near|Off|Into|Onto|Out|Per|Through|Throughout|Toward|Until|Upon|Via|Like|Unlike|Half|All|Both|Only|Not|Such|Quite|Rather|Even|Just|Also|And|But|Or|Nor|So|Yet|If|When|While|Where|Because|Although|Though|Whether|That|What|Then|Than|Once|Given|Except|Amid|Twice|Far|Often|More|Much|Many|Never|Today|Here|There) )[A-Z][a-z]{2,}(?<!ing|ed|ly|s) (?:a|an|the|your|any|each|every) /i,
      'how to':
        /^to [a-z]+\b[^,]{1,80}, (?:you (?:will|need|can|should|must)\b|[a-z]{3,} (?:the|a|an|your|all|any|each|it|them)\b)/i,
      opinion:
        /\b(?:I|we) (?:\w+ly |also |do |don't |just |still |really )?(?:think|believe|feel|hope|expect|guess|wish|want|love|like|hate|doubt|suppose|mean|suggest|recommend|agree|disagree|prefer|understand|know|support|care|trust|intend|plan)\b|\bin (?:my|our) (?:own )?(?:view|opinion|judge?ment|mind)\b|\bit seems\b|\bseems to (?:me|us)\b|\b(?:frankly|honestly|personally)\b/i,
      'author’s judgement':
        /^(?:(?:and|but|so|or|well|now|then|overall|also|first|next|finally|just|please),? )*(?:(?:I|we) (?:\w+ly |also |do |don't |still |would )?(?:think|believe|feel|hope|expect|guess|wish|want|love|like|doubt|suppose|suggest|recommend|agree|disagree|prefer|estimate|forecast|project|model|value|rate|assume|argue|propose|anticipate|stay|remain|maintain|reiterate|(?:raise|cut|lower|lift|trim|keep) our)\b|in (?:my|our) (?:own )?(?:view|opinion|judge?ment|base case)\b|(?:my|our) (?:own |base |preferred |central |top )?(?:view|opinion|judge?ment|recommendation|advice|forecast|estimate|case|names|picks|target|rating)s? (?:is|are|remains?)\b|to (?:me|us),)/i,
      intention:
        /\b(?:I|we)(?:'ll|'d| will| would| shall| should| can| could| must| need| have to| have got to| ought| might| may| want| won't| can't| cannot|'re (?:going|gonna)|'m (?:going|gonna|not going|not gonna)| are going| am going|'ve got to)\b/i,
      duty: "should|shouldn't|must|ought|needs? to|has to|have to|had to|have got to|got to|gotta|it's time|(?:is|are) recommended|advisable",
      future: "will|won't|going to|gonna|shall|'ll",
      hedge: /\b(?:would|could|might|may(?! \d)|can|perhaps|maybe|probably|likely|possibly|unlikely)\b/i,
      condition: /^(?:(?:and|but|so|now),? )?(?:if|unless|whether|suppose|in case)\b/i,
      definition:
        /^["“'‘*_]+[^"”'’*_]{1,60}["”'’*_]+ (?:here )?(?:means?|refers? to|denotes?|stands? for|is short for)\b|\bby ["“'‘]?[\w -]{1,60}["”'’]? (?:we|I) mean\b|\b(?:we|I) (?:use|define|call)\b.{1,80}\b(?:as|to mean|for)\b|\b(?:is|are) (?:here )?(?:defined|understood) (?:here )?as\b|^[\w -]{1,60} (?:means|refers to|stands for|is short for) (?:the|a|an|any|all)\b|\b(?:in|for the purposes? of) this (?:brief|report|paper|note),? ["“]?[\w -]{1,60}["”]? (?:means|refers to|is|are)\b/i,
      transition:
        /^(?:in )?(?:(?:this|our)(?: present)? (?:section|chapter|brief|report|note|article|part|page|table|figure|chart|list|paper|document)|the(?: next| following| previous| last| present)? (?:section|chapter|part|page|table|figure|chart|list|following|next))s?(?: (?:below|above))?,? (?:we |I |will )?(?:looks?|covers?|describes?|discuss(?:es)?|examines?|explains?|sets? out|summari[sz]es?|reviews?|presents?|is about|deals? with|follows?|lists?|turns?)\b|^this (?:brief|report|note|paper|document) (?:is|was|has been|uses|draws|relies)\b|^(?:(?:below|above|here)(?: (?:is|are|we|you)|'s)\b|(?:sure|certainly|of course|absolutely)[!,.]|below,|above,|as (?:noted|shown|mentioned|discussed|described) (?:above|below|earlier)\b|as (?:the|this|our) (?:above |following )?(?:list|table|figure|chart|graph|map|box|exhibit)s?(?: (?:above|below|\d+))? shows?,|(?:section|chapter|part|appendix|annex) (?:\d+|[ivx]+|[a-e]) (?:looks?|covers?|describes|discusses|examines|explains|sets out|summari[sz]es|reviews|presents|deals|lists|turns|concludes|offers|asks|assesses|considers|compares|analy[sz]es|outlines|traces)\b|(?:I|we) (?:have |then |also )*(?:group|order|organi[sz]|structur|arrang|list|compil|summari[sz]|gather|collect|divid|proceed|conclud)e?d? (?:the|these|this|them|my|our|in|with|by|it|as follows)\b|we (?:now|next|first|then|begin|start|turn|look at|discuss|describe|examine)\b|thanks?\b|thank you\b|hello\b|good (?:morning|afternoon|evening)\b|welcome\b|to (?:sum up|summari[sz]e|conclude|begin)\b|(?:turning|moving on) to\b)/i,
      'leaves it open':
        /\bit (?:is|'s) (?:important|worth|best|difficult|hard|possible|impossible|essential|advisable|recommended) (?:to|noting)\b|\bdepends? on (?:the|your|various|many|several)\b|\bthere (?:is|are) no (?:definitive|single|clear|easy|one)\b|\bmore research is needed\b|\b(?:subject|topic|matter) of (?:\w+ )?debate\b|\bas an AI\b|\bapologi[sz]e\b|\bhope this helps\b|\bfeel free\b|\bremains (?:unclear|to be seen|an open question)\b/i,
      'praise or blame':
        /\b(?:great|wonderful|terribl[ey]|amazing(?:ly)?|beautiful|sad|sadly|unfortunate(?:ly)?|hopefully|good|bad|wrong|right|better|best|worst|important|crucial|serious|incredible|unbelievable|nice|fair|unfair|horrible|smart|proud|moral|matters)\b/i,
      'first person': /\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b/,
      we: /\b(?:[Ww]e|us|[Oo]urs?)\b/,
      you: 'you|yours?|yourself',
      'pronoun first':
        /^(?:(?:and|but|so|well|now|because|or|yet),? )?(?:it|this|that|these|those|they|he|she|there|here|the (?:fact|point|question|issue|answer|thing|truth|problem|picture|outlook|situation)s?)\b/i,
      'conjunction first': /^(?:and|but|because|or|yet|well|now|so|look|okay|yeah|yes|no|you know|actually)\b/i,
    },
  },
  sentences: {
    verb: /(?<![\w-])(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|cannot|\w+n't)(?![\w-])|(?<![\w-])(?:rose|fell|grew|became|took|gave|said|kept|bought|sold|ran|brought|began|came|went|paid|won|lost|made|found|sank|shrank|overtook|remains?|depends?|relies|rely|dominates?|refines|requires?|allows?|includes?|becomes?|rises|falls|grows|makes|gives|says|keeps|wants|means|comes|goes|sits|stands|lies|lags|exceeds?|owns|produces?|consumes?|accounts? for|seeks?|exists?|lacks?|tripled|doubled|halved|soared|plunged|surged|collapsed|peaked|stalled|discusses|describes|argues|suggests|explains|concludes|predicts|warns|believes|considers|continues|struggles)(?![\w-])|(?<=\p{L} )(?:exports?|imports?|mines|controls?|needs?|plans?|holds?|leads?|runs?|costs?|shows?|takes|supplies|supply|uses?|buys?|sells?|builds?|cuts?|bans?|faces?|hosts?|backs?|funds?|spends?|gets?|pays?|sets?|caps?|limits?|covers?|drives?|employs?|expects?|processes|ships?|meets?|met|held|led|built|cut|set|hit|spent|\p{Ll}{3,}ed)(?= (?:the|a|an|its|their|his|her|all|most|more|less|over|under|about|around|nearly|almost|roughly|half|no|only|some|many|up|down|by|sharply|quickly|slowly|[$€£¥~]?\p{Nd})(?!\p{L}))/u,
    maybe: /(?<=\p{L} )\p{Ll}{3,}(?<!e)ed(?!\p{L})/u,
    fewest: 3,
    long: 8,
  },
};

export const englishPage: Words = {
  sources: 'Sources',
  contents: 'Contents',
  noSource: 'no source',
  ownJudgement: 'own judgement',
  computed: 'computed',
  ownWork: 'own work',
  sourceNeeded: 'source needed',
  asOf: 'as of',
  figure: 'Figure',
  updated: 'Updated',
  keyNumbers: 'Key numbers',
  notCited: 'not cited',
  unknownSource: 'Unknown source',
  unknownFigure: 'Unknown figure',
  unreadable: 'This entry cannot be read.',
  tooLong: 'The brief is too long: what follows is not shown.',
  dataIn: 'Data: ',
  leftOut: 'This address is not opened:',
  notes: 'Notes',
  table: 'Table',
  formula: 'Formula',
  undrawn:
    'Mermaid is not drawn here: its library is too large for this program. For a picture, export the diagram as SVG and include that file as an image.',
  charts: {
    bar: 'Bar chart',
    line: 'Line chart',
    area: 'Area chart',
    point: 'Scatter plot',
    pie: 'Pie chart',
    'vega-lite': 'Chart',
  },
  data: 'Data',
  notDrawn: 'This figure is not shown. ',
  drawing: 'The chart is being drawn.',
  image: 'Image',
  source: 'Source',
  passage: 'Passage',
  summaryOf: 'Summary of',
  back: 'Back to where it is cited,',
  showSource: 'Show in the source text',
  webImage: 'Image from {host} not loaded',
  loadWebImages: 'Load images from the web in this preview',
  goToSource: 'Go to the source',
  verdicts: {
    found: 'found',
    numberFound: 'number found',
    differs: 'differs',
    notFound: 'not found',
    elsewhere: 'found elsewhere',
    uncheckable: 'cannot check',
  },
  comments: { name: 'Comments', open: 'Open comments', resolved: 'Resolved', unsigned: 'Not signed' },
  review: {
    name: 'Review',
    uncited: 'Uncited',
    doubt: 'In doubt',
    beside: 'Evidence beside claims',
    othersHidden: 'All else is hidden.',
    showAll: 'Show all',
  },
  evidence: (c) => [
    `${c.found} of ${total(c)} ${total(c) === 1 ? 'number or quotation' : 'numbers and quotations'} found`,
    ...some(c.differs, (n) => `${n} ${n === 1 ? 'differs' : 'differ'} from the source`),
    ...some(c.notFound, (n) => `${n} not found`),
    ...some(c.elsewhere, (n) => `${n} found elsewhere`),
  ],
  uncheckable: (n) => `${n} ${n === 1 ? 'number or quotation' : 'numbers and quotations'} cannot be checked`,
  texts: (sources, texts) =>
    `${sources} ${sources === 1 ? 'source' : 'sources'}, text of ${texts === 0 ? 'none' : texts}`,
  addTexts: 'To check more, add text or quotes to the sources.',
  emptyTitle: 'Nothing here yet',
  emptyHint: 'Give the brief a title, then write one claim to a line, each with its source:',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  changedSince: 'changed since it was verified',
  verifiedBy: (who, date) => `Verified on ${date} by ${who}`,
  verified: (count) => `${count} verified`,
  cited: (cited, all) => `${cited} of ${all} ${all === 1 ? 'insight' : 'insights'} cited`,
  citedIn: (places) => `cited in ${places} ${places === 1 ? 'place' : 'places'}`,
  passages: (count) => `${count} ${count === 1 ? 'passage' : 'passages'}`,
  moreRows: (count) => `and ${count} more ${count === 1 ? 'row' : 'rows'}`,
  chartSentences: {
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '.',
    at: withinParentheses,
    of: (y, x) => `${y} by ${x}`,
    fromTo: (first, last) => `from ${first} to ${last}`,
    lowest: (value) => `lowest ${value}`,
    highest: (value) => `highest ${value}`,
    more: (count) => `and ${count} more`,
  },
};
