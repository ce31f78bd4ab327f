// The preview's own script: reloads the page when the site has changed, keeps the scroll, shows errors over the page.
// It is part of answers of `colibri serve` only, never of the site.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const key = "colibri-scroll";
  let overlay = null;

  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (kept && kept.page === location.href) {
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    // Images and fonts that come later move the page.
    if (document.readyState !== "complete") addEventListener("load", back, { once: true });
  }

  const reload = () => {
    sessionStorage.setItem(key, JSON.stringify({ page: location.href, x: scrollX, y: scrollY }));
    location.reload();
  };

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  const look = `
    :host { all: initial; }
    section { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box; padding: 4vmin;
      background: rgb(20 20 24 / 94%); color: #f4f4f4; font: 1rem/1.5 system-ui, sans-serif; direction: ltr; }
    h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 2rem 0 0; color: #ffb4a8; }
    p { margin: .4rem 0; } pre { overflow: auto; padding: .6rem; background: #000; }
    button { font: inherit; padding: .4rem .9rem; }`;

  const place = (error) => [error.file, error.line, error.column].filter(Boolean).join(":");

  const show = (errors, words) => {
    hide();
    overlay = document.createElement("div");
    overlay.id = "colibri-errors";
    const root = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    const section = element("section", "", root);
    section.lang = words.lang;
    section.setAttribute("role", "alert");
    element("h1", words.title, section);
    element("button", words.close, section).addEventListener("click", hide);
    for (const error of errors) {
      element("h2", place(error), section);
      element("p", error.message, section);
      if (error.excerpt) element("pre", error.excerpt, section);
      if (error.reason) element("p", error.reason, section);
      if (error.mend) element("p", error.mend, section);
    }
    document.documentElement.append(overlay);
  };

  const hide = () => {
    if (overlay) overlay.remove();
    overlay = null;
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  const news = new EventSource("/_/live");
  news.addEventListener("message", (event) => {
    const site = JSON.parse(event.data);
    if (site.version !== version) reload();
    else if (site.errors.length > 0) show(site.errors, site.words);
    else hide();
  });
  // A connection kept open would hold back the next page in some browsers.
  addEventListener("pagehide", () => news.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) reload();
  });
})();
