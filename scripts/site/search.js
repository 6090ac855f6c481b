/**
 * The search of the site. It loads the texts of the language when somebody first goes to the field, and lists the sections that have
 * all words.
 */
(() => {
  const MOST_LISTED = 30;
  const SNIPPET = 160;
  const form = /** @type {HTMLFormElement} */ (document.querySelector('form[role=search]'));
  const field = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
  const found = /** @type {HTMLElement} */ (document.querySelector('#found'));
  const status = /** @type {HTMLElement} */ (found.querySelector('[role=status]'));
  const list = /** @type {HTMLElement} */ (found.querySelector('ol'));
  const article = /** @type {HTMLElement} */ (document.querySelector('article'));
  const top = document.body.dataset['top'] ?? '';

  /** @typedef {[url: string, title: string, heading: string, text: string]} Section */
  /** @typedef {{ words: { found: string, nothing: string }, sections: Section[] }} Texts */
  /** @type {Promise<Texts> | undefined} */
  let texts;
  // A script, and no request for data, which browsers refuse where the site is opened from the disk.
  const load = () => {
    texts ??= new Promise((done, fail) => {
      const script = document.createElement('script');
      script.src = `${top}search-${document.documentElement.lang}.js`;
      script.onload = () => done(Reflect.get(globalThis, 'siteSearch'));
      script.onerror = fail;
      document.head.append(script);
    });
    return texts;
  };

  /**
   * How well a section fits; 0 if a word is missing.
   *
   * @param {Section} section
   * @param {readonly string[]} words
   */
  const scoreOf = ([, title, heading, text], words) => {
    let score = 0;
    for (const word of words) {
      if (heading.toLowerCase().includes(word)) score += 4;
      else if (title.toLowerCase().includes(word)) score += 2;
      else if (text.toLowerCase().includes(word)) score += 1;
      else return 0;
    }
    return score;
  };

  /**
   * @param {Section} section
   * @param {string} word
   */
  const itemOf = ([url, title, heading, text], word) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = top + url;
    link.textContent = heading === '' || heading === title ? title : `${title} › ${heading}`;
    const start = Math.max(0, text.toLowerCase().indexOf(word) - SNIPPET / 2);
    const snippet = document.createElement('p');
    snippet.textContent = `${start > 0 ? '…' : ''}${text.slice(start, start + SNIPPET)}`;
    item.append(link, snippet);
    return item;
  };

  const search = async () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isAsked = words.length > 0;
    if (isAsked) {
      const { sections, words: said } = await load();
      const fitting = sections
        .map((section) => ({ section, score: scoreOf(section, words) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      status.textContent = fitting.length === 0 ? said.nothing : said.found.replace('{0}', String(fitting.length));
      list.replaceChildren(...fitting.slice(0, MOST_LISTED).map(({ section }) => itemOf(section, words[0] ?? '')));
    }
    found.hidden = !isAsked;
    article.hidden = isAsked;
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('focus', load, { once: true });
  field.addEventListener('input', search);
  // A link to another section of the same page shows it.
  list.addEventListener('click', () => {
    field.value = '';
    search();
  });
})();
