/** Words that tell nothing about what a text is about. Passages are too few for their frequency to show it. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    'a about above after again all also am an and any are as at be because been before being below between both but by can could did do does during each few for from further had has have having he her here hers him his how if in into is it its itself just may me might more most must my no nor not now of off on once one only or other our out over own per said same she should so some such than that the their them then there these they this those through to too under until up upon us very was we were what when where which while who whom why will with within without would yet you your',
    'der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde wurden hat haben hatte im in am an auf aus bei mit nach von vor zu zum zur fur uber unter durch nicht auch als wie dass es er sie wir sich noch nur',
    'le la les un une des du de et ou mais est sont etait ont aux au dans sur pour par avec sans que qui ne pas plus ce cette ces son sa ses leur leurs il elle ils se',
    'el los las una del al y o pero es son era fue ha han en con sin por para que no mas su sus se como este esta lo il gli i della delle dei di e che non piu nel nella si da do dos das em na nos nas um uma com para mais',
  ]
    .join(' ')
    .split(' '),
);

/** Pairs with a character of grammar. */
export const COMMON_PAIR =
  /[的了是在和与及或也就都而但并被把将对于从由为以之其这那此该有不个们么吗呢吧着过很更最]|^[はがをにへとでもの]|[はがをにへとでもの]$/u;
