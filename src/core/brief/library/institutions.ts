/** Names of institutions, which aren't turned around as names of people are. */

/** Words that names of people don't have. Any name with one counts as the name of an institution. */
const OF_INSTITUTIONS = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'academy|administration|advisors|agency|alliance|analytics|and|association|at|authority|bank|bbc|board|bureau|capital',
    'center|centre|club|coalition|college|commission|committee|company|conseil|consortium|consulting|cooperative|corp',
    'corporation|council|court|data|department|desk|directorate|division|earths|editorial|editors|embassy|energy|exchange',
    'federation|for|forum|foundation|fund|für|gmbh|government|group|holdings|inc|in|initiative|intelligence|international',
    'journal|laboratories|laboratory|labs|llc|llp|ltd|magazine|materials|media|metals|mineral|minerals|mining|monitor|motors',
    'museum|national|network|news|newspaper|observatory|of|office|oil|on|organisation|organization|parliament|partners',
    'partnership|post|power|press|program|programme|project|research|resources|review|school|secretariat|senate|service',
    'services|society|solutions|staff|statistics|survey|systems|team|technologies|technology|the|times|tribune|trust|union',
    'united|weekly|working',
    // And what begins like these, in several languages.
    '(?:agen[cz]i|agence|banc|banque|bundes|institu|istitu|minist|univers)\\p{L}*',
  ].join('|')})(?=$|[^\\p{L}])`,
  'iu',
);

/** True if a name is the name of an institution by its words, and so isn't turned around as a person's name is. */
export function namesInstitution(name: string): boolean {
  return OF_INSTITUTIONS.test(name);
}
