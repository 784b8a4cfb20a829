// Small conveniences. Every page works without them, and each of them leaves the page working when it fails.
(function () {
  "use strict";

  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var safely = function (work) { try { work(); } catch (error) { if (window.console) { console.error(error); } } };
  var words = document.body.dataset;

  // The summary of errors is read first.
  safely(function () {
    var summary = document.querySelector('[data-js="errsum"]');
    if (summary) { summary.focus(); }
  });

  // What is left is refreshed each minute, by the server's time, without being announced.
  safely(function () {
    var places = all('[data-js="left"]');
    var start = Number(words.now) - performance.now() / 1000;
    if (!places.length || !words.now) { return; }
    var text = function (seconds) {
      if (seconds >= 172800) { return words.days.replace("#", String(Math.floor(seconds / 86400))); }
      if (seconds >= 7200) { return words.hours.replace("#", String(Math.floor(seconds / 3600))); }
      if (seconds >= 120) { return words.minutes.replace("#", String(Math.floor(seconds / 60))); }
      return words.last;
    };
    setInterval(function () {
      places.forEach(function (place) {
        var seconds = Number(place.dataset.due) - (start + performance.now() / 1000);
        // What has closed is told by the server, with its date.
        if (seconds > 0) { place.textContent = text(seconds); }
      });
    }, 60000);
  });

  // How many characters are left.
  safely(function () {
    all('[data-js="count"]').forEach(function (area) {
      var place = document.getElementById("c-" + area.name);
      if (!place) { return; }
      var plain = place.textContent;
      area.addEventListener("input", function () {
        var left = Number(area.dataset.max) - Array.from(area.value).length;
        var size = Math.abs(left);
        if (size < 2 || left > area.dataset.max / 4) { place.textContent = plain; return; }
        place.textContent = (left < 0 ? area.dataset.over : area.dataset.left).replace("#", String(size));
      });
    });
  });

  // A choice shows that it is taken.
  safely(function () {
    document.addEventListener("change", function (event) {
      var row = event.target.closest && event.target.closest(".choice");
      if (!row) { return; }
      all(".choice", row.closest("fieldset, form") || document).forEach(function (one) {
        var input = one.querySelector("input");
        if (input) { one.classList.toggle("choice--on", input.checked); }
      });
    });
  });

  // One tick box for all of a table: <input type="checkbox" data-js="all" data-of="name" hidden>.
  safely(function () {
    all('[data-js="all"]').forEach(function (box) {
      var boxes = all('input[type="checkbox"][name="' + box.dataset.of + '"]', box.form || document);
      if (!boxes.length) { return; }
      box.hidden = false;
      if (box.labels) { all("label", box.parentNode).forEach(function (label) { label.hidden = false; }); }
      box.addEventListener("change", function () { boxes.forEach(function (one) { one.checked = box.checked; }); });
    });
  });

  // The zone of the device, until the reader chooses one.
  safely(function () {
    if (/(^|; )redress-zone=/.test(document.cookie)) { return; }
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (/^[A-Za-z0-9_+\/-]{1,64}$/.test(zone || "")) {
      document.cookie = "redress-zone=" + zone + "; path=/; max-age=31536000; samesite=lax" + (location.protocol === "https:" ? "; secure" : "");
    }
  });

  // Drafts save themselves some seconds after the last key, and when the page is left.
  safely(function () {
    all("form[data-autosave]").forEach(function (form) {
      var place = form.querySelector('[data-js="saved"]') || document.querySelector('[data-js="saved"]');
      var timer = null, dirty = false, busy = false, stopped = false;
      var say = function (text) { if (place && text) { place.textContent = text; } };
      var later = function () { clearTimeout(timer); timer = setTimeout(save, 5000); };
      function body() {
        var data = new URLSearchParams();
        new FormData(form).forEach(function (value, name) { if (typeof value === "string") { data.append(name, value); } });
        return data;
      }
      function save() {
        if (!dirty || stopped) { return; }
        if (busy) { later(); return; }
        dirty = false; busy = true;
        fetch(form.dataset.autosave, { method: "POST", body: body(), credentials: "same-origin", headers: { Accept: "application/json" } })
          .then(function (answer) {
            busy = false;
            if (answer.status === 409) { stopped = true; say(place && place.dataset.newer); return null; }
            if (!answer.ok) { throw new Error(String(answer.status)); }
            return answer.json();
          })
          .then(function (news) {
            if (!news) { return; }
            if (form.elements.version && news.version !== undefined) { form.elements.version.value = news.version; }
            say(news.text);
          })
          .catch(function () { busy = false; dirty = true; say(place && place.dataset.not); later(); });
      }
      form.addEventListener("input", function () { dirty = true; later(); });
      form.addEventListener("submit", function () { stopped = true; });
      document.addEventListener("visibilitychange", function () {
        if (document.visibilityState === "hidden" && dirty && !stopped && navigator.sendBeacon) {
          if (navigator.sendBeacon(form.dataset.autosave, body())) { dirty = false; }
        }
      });
    });
  });

  // Files can be dropped on the whole box.
  safely(function () {
    all('[data-js="drop"]').forEach(function (drop) {
      var input = drop.querySelector('input[type="file"]');
      if (!input || !window.DataTransfer) { return; }
      ["dragenter", "dragover"].forEach(function (name) {
        drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add("is-over"); });
      });
      ["dragleave", "drop"].forEach(function (name) {
        drop.addEventListener(name, function () { drop.classList.remove("is-over"); });
      });
      drop.addEventListener("drop", function (event) {
        event.preventDefault();
        var files = new DataTransfer();
        Array.prototype.forEach.call(input.files, function (file) { files.items.add(file); });
        Array.prototype.forEach.call(event.dataTransfer.files, function (file) { files.items.add(file); });
        input.files = files.files;
      });
    });
  });

  // The hash of a file is computed here; the file stays here.
  safely(function () {
    var box = document.querySelector('[data-js="hash"]');
    if (!box || !window.crypto || !crypto.subtle) { return; }
    var input = box.querySelector("input"), place = box.querySelector('[role="status"]');
    box.hidden = false;
    input.addEventListener("change", function () {
      var file = input.files[0];
      if (!file) { return; }
      if (file.size > 1e9) { place.textContent = box.dataset.large; return; }
      place.textContent = box.dataset.busy;
      file.arrayBuffer().then(function (bytes) { return crypto.subtle.digest("SHA-256", bytes); }).then(function (hash) {
        input.form.elements.sha256.value = Array.from(new Uint8Array(hash), function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
        place.textContent = box.dataset.done;
      }).catch(function () { place.textContent = box.dataset.large; });
    });
  });

  // A form that is being sent is not sent twice.
  safely(function () {
    document.addEventListener("submit", function (event) {
      var form = event.target;
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "yes";
      setTimeout(function () { delete form.dataset.sent; }, 10000);
    });
    window.addEventListener("pageshow", function () { all("form").forEach(function (form) { delete form.dataset.sent; }); });
  });
})();
