/** Abbreviations that keep their full stop and do not end a sentence, in lower case without the stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'rt amb cllr mme mlle smt mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt maj capt cmdr adm sgt cpl hon rev fr sr jr st mt ' +
    'supt asst dep dept insp det pres vs etc inc ltd corp co cos llc plc bros no nos vol fig figs approx est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore ' +
    'pa penn tenn tex va vt wash wis wyo'
  ).split(' '),
);

/** Those of them that can as well be the last word of a sentence. */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'inc ltd corp co cos llc plc bros etc jr sr ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass ' +
    'mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo jan feb aug sept oct nov dec'
  ).split(' '),
);
