//! What a page must be. Each check looks at the page that is open and gives its faults in words.

use super::driver::{Browser, Look};
use serde_json::{Value, json};

/// Width and accessibility in one look.
pub async fn at(browser: &Browser, look: Look) -> Vec<String> {
    browser.look(look).await;
    [no_sideways_scroll(browser).await, axe(browser).await].concat()
}

/// The status that the page came with.
pub async fn status(browser: &Browser) -> u64 {
    let script = "const [page] = performance.getEntriesByType('navigation'); return page ? page.responseStatus : 0";
    browser.run(script, vec![]).await.as_u64().unwrap_or(0)
}

/// One heading, one main part, a title, the language, the word that all is invented, and nothing loaded from elsewhere.
pub async fn shape(browser: &Browser, language: &str) -> Vec<String> {
    texts(
        browser
            .run(
                "const faults = [], count = s => document.querySelectorAll(s).length;
                 if (document.contentType !== 'text/html') return ['is ' + document.contentType];
                 if (count('h1') !== 1) faults.push(count('h1') + ' h1 instead of one');
                 if (count('main#main') !== 1) faults.push('no main with the id main');
                 if (!document.title.trim()) faults.push('no title');
                 if (!document.querySelector('p.demo')) faults.push('does not say that it is a demonstration');
                 const lang = document.documentElement.lang;
                 if (lang !== arguments[0]) faults.push('lang is \"' + lang + '\" instead of ' + arguments[0]);
                 if (!document.documentElement.dir) faults.push('no dir');
                 if (count('[style], style, script:not([src])')) faults.push('inline style or script');
                 for (const entry of performance.getEntriesByType('resource'))
                   if (new URL(entry.name).origin !== location.origin) faults.push('loads ' + entry.name);
                 for (const time of document.querySelectorAll('time'))
                   if (/T\\d/.test(time.dateTime) && !/(Z|[+-]\\d\\d:\\d\\d)(\\[.*\\])?$/.test(time.dateTime))
                     faults.push('time without offset: ' + time.dateTime);
                 return faults;",
                vec![json!(language)],
            )
            .await,
    )
}

/// Nothing sticks out at the side.
pub async fn no_sideways_scroll(browser: &Browser) -> Vec<String> {
    texts(
        browser
            .run(
                "const page = document.documentElement;
                 if (page.scrollWidth <= page.clientWidth) return [];
                 const wide = [...document.body.querySelectorAll('*')]
                   .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !e.closest('.scroll'))
                   .slice(-3).map(e => e.tagName.toLowerCase() + '.' + e.className);
                 return ['scrolls sideways: ' + page.scrollWidth + ' of ' + page.clientWidth + ' px, ' + wide.join(', ')];",
                vec![],
            )
            .await,
    )
}

/// What axe-core finds: WCAG 2.0 to 2.2, levels A and AA, and best practice.
pub async fn axe(browser: &Browser) -> Vec<String> {
    texts(
        browser
            .run_and_wait(
                "const done = arguments[arguments.length - 1];
                 const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                 axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
                   result => done(result.violations.map(v =>
                     v.id + ' (' + v.help + '): ' + v.nodes.slice(0, 3).map(n =>
                       n.target.join(' ') + ' — ' + n.failureSummary.split('\\n').slice(1, 2).join(' ').trim()).join(' | '))),
                   error => done(['axe failed: ' + error]));",
                vec![],
            )
            .await,
    )
}

/// Everything that can be used is reached with the tabulator key, the skip link first, and shows where one is.
pub async fn keyboard(browser: &Browser) -> Vec<String> {
    let stops = browser
        .run(
            "const shown = e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
             window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
               .filter(e => !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden' && shown(e));
             window.reached = new Map();
             const marked = e => { const s = getComputedStyle(e);
               return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
             document.addEventListener('focusin', event => {
               const e = event.target;
               window.reached.set(e, [e, e.parentElement, e.nextElementSibling].some(x => x && marked(x)));
             }, true);
             if (document.activeElement) document.activeElement.blur();
             window.scrollTo(0, 0);
             return window.stops.length;",
            vec![],
        )
        .await;
    let stops = stops.as_u64().unwrap_or(0);
    if stops > 400 {
        return vec![format!("{stops} controls on one page")];
    }
    // Some more: fields for dates stop several times.
    browser.tab(stops + stops / 4 + 4).await;
    texts(
        browser
            .run(
                "const faults = [], name = e => e.tagName.toLowerCase() + ' \"' +
                   (e.textContent.trim() || e.name || e.id || '').slice(0, 40) + '\"';
                 const group = e => e.type === 'radio' ? window.stops.filter(o => o.type === 'radio' && o.name === e.name && o.form === e.form) : [e];
                 const lost = window.stops.filter(e => !group(e).some(o => window.reached.has(o)));
                 if (lost.length) faults.push('not reached by keyboard: ' + lost.slice(0, 5).map(name).join(', '));
                 const blind = [...window.reached].filter(([e, mark]) => e !== document.body && !mark).map(([e]) => name(e));
                 if (blind.length) faults.push('focus cannot be seen: ' + blind.slice(0, 5).join(', '));
                 const first = window.reached.keys().next().value;
                 if (!first || first.getAttribute('href') !== '#main') faults.push('the skip link is not first');
                 return faults;",
                vec![],
            )
            .await,
    )
}

/// After a form was sent empty: the title says so, the summary's links lead to controls, which say what is wrong.
pub async fn errors_are_shown(browser: &Browser) -> Vec<String> {
    texts(
        browser
            .run(
                "const faults = [], summary = document.querySelector('.errsum');
                 if (!summary) return ['no summary of errors'];
                 if (!summary.querySelector('[role=alert]')) faults.push('the summary is not announced');
                 const links = [...summary.querySelectorAll('a[href]')];
                 if (!links.length) faults.push('the summary has no links');
                 for (const link of links) {
                   const at = document.getElementById(link.hash.slice(1));
                   if (!at) { faults.push(link.hash + ' leads nowhere'); continue; }
                   const field = at.matches('input, select, textarea') ? at : at.querySelector('input, select, textarea');
                   if (!field) { faults.push(link.hash + ' is no control'); continue; }
                   if (field.getAttribute('aria-invalid') !== 'true') faults.push(link.hash + ' is not marked as wrong');
                   const said = (field.getAttribute('aria-describedby') || '').split(' ')
                     .map(id => document.getElementById(id)).filter(Boolean).map(e => e.textContent).join(' ');
                   const group = field.closest('fieldset');
                   if (!said.includes(link.textContent.trim()) && !(group && group.textContent.includes(link.textContent.trim())))
                     faults.push(link.hash + ' does not repeat \"' + link.textContent.trim() + '\"');
                 }
                 if (!document.title.includes(':')) faults.push('the title does not begin with the error: ' + document.title);
                 return faults;",
                vec![],
            )
            .await,
    )
}

/// Errors in the console and reports of the page's policy.
pub async fn console(browser: &Browser) -> Vec<String> {
    let said = browser.console().await;
    said.iter()
        .filter(|entry| {
            let text = entry["message"].as_str().unwrap_or_default();
            entry["level"] == "SEVERE"
                || text.contains("Content Security Policy")
                || text.contains("Refused to")
        })
        .map(|entry| without_port(entry["message"].as_str().unwrap_or_default()))
        .collect()
}

/// The same fault reads the same on every run.
fn without_port(message: &str) -> String {
    let Some((before, after)) = message.split_once("http://127.0.0.1:") else {
        return message.to_owned();
    };
    format!(
        "{before}{}",
        after.trim_start_matches(|c: char| c.is_ascii_digit())
    )
}

fn texts(answer: Value) -> Vec<String> {
    match answer {
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().unwrap_or_default().to_owned())
            .collect(),
        other => vec![format!("no list of faults but {other}")],
    }
}
