// Passkeys: a form with `data-passkey` asks the browser for a signature before it is sent. Where the
// browser knows no passkeys the form stays hidden, and the other ways on the page are enough.
(() => {
  "use strict";
  const isName = /[a-z]/i.test(window.location.hostname); // passkeys belong to names, not to numbers
  if (!window.PublicKeyCredential || !navigator.credentials || !isName) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const readIds = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const make = async (asked) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: readIds(asked.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const use = async (asked) => {
    const used = await navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: readIds(asked.allowCredentials),
      },
    });
    const handle = used.response.userHandle;
    return {
      id: used.id,
      rawId: text(used.rawId),
      type: used.type,
      response: {
        clientDataJSON: text(used.response.clientDataJSON),
        authenticatorData: text(used.response.authenticatorData),
        signature: text(used.response.signature),
        userHandle: handle && handle.byteLength ? text(handle) : null,
      },
    };
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error("no options");
    const asked = await answer.json();
    const credential = await (form.dataset.passkey === "make" ? make(asked) : use(asked));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    const trouble = form.querySelector(".passkey-trouble");
    const button = form.querySelector("button");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      trouble.textContent = "";
      ask(form).catch((error) => {
        button.disabled = false;
        const known = error.name === "InvalidStateError" ? "known" : "cancelled";
        trouble.textContent = trouble.dataset[known];
      });
    });
  }
  for (const note of document.querySelectorAll(".passkey-missing")) note.hidden = true;
})();
