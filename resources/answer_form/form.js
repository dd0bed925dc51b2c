(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const KINDS = ["acknowledged", "accepted", "declined", "in_progress", "done"];
  const OUTCOMES = ["contract", "distributor", "partner", "lead", "none"];
  const MOST = 12;
  const answers = document.getElementById("answers");
  const said = document.getElementById("said");
  let language = data.language;
  let count = 0;

  const words = () => data.words[language];
  const block = () => data.blocks[language];
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  // One line, without control characters and halves of characters: what is read back is what was typed.
  const line = (text) => Array.from(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " "))
    .filter((letter) => !/^[\ud800-\udfff]$/.test(letter)).join("")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/g, "").normalize("NFC").replace(/\s+/g, " ").trim();
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const two = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const day = (iso) => iso.split("-").reverse().join("/");

  // "12 000,50", "12.000", "12,000.50", "12k": null where it is no amount; three digits behind a mark are thousands
  function amount(text) {
    let bare = text.toLowerCase().replace(/€|eur(os?)?/g, "").replace(/[\s'’]/g, "");
    const scale = /(k|m|mio|mln)$/.exec(bare);
    if (scale) bare = bare.slice(0, -scale[0].length);
    const marks = bare.match(/[.,]/g) || [];
    const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
    let [whole, cents] = [bare, ""];
    const one = marks.length === 1;
    const mixed = new Set(marks).size === 2;
    if (one || mixed) {
      const behind = bare.slice(last + 1);
      if (mixed || behind.length !== 3 || scale) [whole, cents] = [bare.slice(0, last), behind];
    }
    whole = whole.replace(/[.,]/g, "");
    if (!/^\d{1,12}$/.test(whole) || !/^\d{0,6}$/.test(cents) || (!scale && cents.length > 2)) return null;
    const times = scale ? (scale[0] === "k" ? 3 : 6) : 0;
    const digits = (whole + cents.padEnd(times, "0").slice(0, times)).replace(/^0+(?=\d)/, "");
    const rest = cents.slice(times).padEnd(2, "0").slice(0, 2);
    return digits.length > 12 ? null : `${digits}.${rest}`;
  }
  function money(value) {
    const [group, mark] = data.numbers[language];
    const [whole, cents] = value.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return `${grouped}${cents === "00" ? "" : mark + cents}\u00a0€`;
  }

  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  function answerFile(list) {
    const told = { answers: list, format: data.format, language, saved_on: today(), token: data.token, version: data.version };
    return canonical({ ...told, checksum: sha256(canonical(told)) });
  }

  function read(card) {
    const of = (name) => {
      const field = card.querySelector(`[name="${name}"]`);
      return field.closest("[hidden]") ? "" : line(field.value);
    };
    const chosen = (group) => {
      const field = card.querySelector(`.${group} input:checked`);
      return field && !field.closest("[hidden]") ? field.value : null;
    };
    const kind = chosen("kinds");
    return {
      kind, reason: of("reason"), note: of("note"), outcome: chosen("outcomes"), value: of("value") ? amount(of("value")) : null,
      country: of("country"), on: of("on") || null, answered_on: of("answered_on") || null, by: of("by"),
    };
  }
  function answerLine(answer) {
    const told = block();
    let text = told.kinds[answer.kind];
    if (answer.kind === "declined" && answer.reason) text += ` ${told.because} ${answer.reason}`;
    if (answer.kind === "done") {
      const country = answer.country && data.countries[language].find(([code]) => code === answer.country)[1];
      const parts = [answer.outcome && told.outcomes[answer.outcome], answer.value && money(answer.value), country, answer.on && day(answer.on)];
      text += `${told.colon} ${parts.filter(Boolean).join(", ")}`;
    }
    return answer.note ? `${text} – ${answer.note}` : text;
  }
  function blockText(list) {
    const told = block();
    const lines = [`${told.reference}${told.colon} ${data.token}`];
    list.filter((answer) => answer.kind).forEach((answer) => {
      lines.push(`${told.answer}${told.colon} ${answerLine(answer)}`);
      if (answer.answered_on) lines.push(`${told.day}${told.colon} ${day(answer.answered_on)}`);
      if (answer.by) lines.push(`${told.name}${told.colon} ${answer.by}`);
    });
    if (lines.length === 1) lines.push(`${told.answer}${told.colon} …`);
    return lines.join("\n");
  }

  function problems(card) {
    const answer = read(card);
    const typed = card.querySelector('[name="value"]');
    const badDay = (name) => card.querySelector(`[name="${name}"]`).validity.badInput;
    return {
      kind: answer.kind ? "" : words().need_kind,
      reason: answer.kind === "declined" && !answer.reason ? words().need_reason : "",
      outcome: answer.kind === "done" && !answer.outcome ? words().need_outcome : "",
      value: answer.kind === "done" && line(typed.value) && answer.value === null ? words().bad_value : "",
      on: answer.kind === "done" && badDay("on") ? words().bad_day : "",
      answered_on: answer.answered_on && !badDay("answered_on") ? (answer.answered_on > today() ? words().day_ahead : "") : words().need_day,
    };
  }
  function show(card, told) {
    Object.entries(told).forEach(([name, text]) => {
      const place = card.querySelector(`[data-problem="${name}"]`);
      place.textContent = text;
      place.hidden = !text;
      const field = card.querySelector(`[name="${name}"], [name^="${name}-"]`);
      if (field) field.setAttribute("aria-invalid", text ? "true" : "false");
    });
  }
  // The answers, or null where something is missing: it is said beside each field, and the first one takes the focus.
  function checked() {
    let first = null;
    const cards = [...answers.children];
    cards.forEach((card) => {
      const told = problems(card);
      show(card, told);
      card.classList.add("tried");
      const name = Object.keys(told).find((each) => told[each]);
      if (name && !first) first = card.querySelector(`[name="${name}"], [name^="${name}-"]`);
    });
    if (!first) return cards.map(read);
    say(words().incomplete, true);
    first.focus();
    return null;
  }
  function say(text, wrong = false) {
    said.textContent = text;
    said.classList.toggle("wrong", wrong);
  }

  function follow(card) {
    const { kind } = read(card);
    card.querySelectorAll("[data-for]").forEach((part) => {
      part.hidden = !kind || !part.dataset.for.split(" ").includes(kind);
    });
    const typed = line(card.querySelector('[name="value"]').value);
    const value = typed ? amount(typed) : null;
    card.querySelector(".echo").textContent = value === null ? "" : `= ${money(value)}`;
    if (card.classList.contains("tried")) show(card, problems(card));
    document.getElementById("block").textContent = blockText([...answers.children].map(read));
  }
  function radios(card, group, values, number) {
    const place = card.querySelector(`.${group}`);
    const name = group === "kinds" ? "kind" : "outcome";
    values.forEach((value) => {
      const label = document.createElement("label");
      const field = document.createElement("input");
      field.type = "radio";
      field.name = `${name}-${number}`;
      field.value = value;
      const text = document.createElement("span");
      text.dataset[name] = value;
      label.append(field, text);
      place.append(label);
    });
  }
  function countries(select) {
    const kept = select.value;
    select.replaceChildren(new Option("", ""), ...data.countries[language].map(([code, name]) => new Option(name, code)));
    select.value = kept;
  }
  function add() {
    count += 1;
    const card = document.getElementById("answer").content.firstElementChild.cloneNode(true);
    radios(card, "kinds", KINDS, count);
    radios(card, "outcomes", OUTCOMES, count);
    card.querySelector('[name="answered_on"]').value = today();
    const before = answers.lastElementChild;
    if (before) card.querySelector('[name="by"]').value = before.querySelector('[name="by"]').value;
    answers.append(card);
    card.querySelector(".remove").addEventListener("click", () => {
      card.remove();
      translate();
      answers.querySelector("input").focus();
    });
    card.addEventListener("input", () => { say(""); follow(card); });
    translate();
    return card;
  }

  function translate() {
    document.documentElement.lang = language;
    document.title = filled(words().page, { organisation: data.facts.organisation });
    document.querySelectorAll("[data-word]").forEach((place) => { place.textContent = words()[place.dataset.word]; });
    document.querySelectorAll("[data-label]").forEach((place) => { place.setAttribute("aria-label", words()[place.dataset.label]); });
    document.querySelectorAll("[data-kind]").forEach((place) => { place.textContent = capital(block().kinds[place.dataset.kind]); });
    document.querySelectorAll("[data-outcome]").forEach((place) => { place.textContent = capital(block().outcomes[place.dataset.outcome]); });
    document.querySelectorAll("[data-language]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    });
    document.querySelectorAll('select[name="country"]').forEach(countries);
    document.querySelectorAll("pre").forEach((place) => { place.lang = language; });
    const cards = [...answers.children];
    cards.forEach((card, place) => {
      const text = cards.length > 1 ? filled(words().answer_number, { number: place + 1 }) : words().answer;
      card.querySelector(".legend").textContent = text;
      card.querySelector(".remove").hidden = cards.length === 1;
      follow(card);
    });
    document.getElementById("add").hidden = cards.length >= MOST;
    facts();
  }
  function facts() {
    const list = document.querySelector("#facts dl");
    list.replaceChildren();
    ["organisation", "need", "asked", "team", "sender", "due_on"].forEach((name) => {
      if (data.facts[name]) pair(list, words()[`fact_${name}`], name === "due_on" ? day(data.facts[name]) : data.facts[name]);
    });
    pair(list, words().fact_token, data.token).className = "code";
  }
  function pair(list, term, text) {
    const name = document.createElement("dt");
    const value = document.createElement("dd");
    name.textContent = term;
    value.textContent = text;
    list.append(name, value);
    return value;
  }

  function save() {
    const list = checked();
    if (!list) return;
    const name = `orientation-${data.token}-${today()}.json`;
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([answerFile(list)], { type: "application/json" }));
    link["href"] = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(filled(data.facts.reply_to ? words().saved_mail : words().saved, { name, mailbox: data.facts.reply_to }));
    said.focus();
  }
  async function copy() {
    const list = checked();
    if (!list) return;
    const text = blockText(list);
    const done = await clipboard(text);
    say(done ? words().copied : words().not_copied);
    if (!done) choose(document.getElementById("block"));
  }
  async function clipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      choose(document.getElementById("block"));
      return document.execCommand("copy");
    }
  }
  function choose(place) {
    place.closest("details").open = true;
    getSelection().selectAllChildren(place);
  }

  document.querySelectorAll("[data-language]").forEach((button) => {
    button.addEventListener("click", () => { language = button.dataset.language; say(""); translate(); });
  });
  document.getElementById("form").addEventListener("submit", (event) => { event.preventDefault(); save(); });
  document.getElementById("copy").addEventListener("click", copy);
  document.getElementById("print").addEventListener("click", () => print());
  document.getElementById("add").addEventListener("click", () => { add().querySelector("input").focus(); });
  document.getElementById("form").hidden = false;
  document.getElementById("facts").hidden = false;
  add();
})();
