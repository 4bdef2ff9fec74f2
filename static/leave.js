// Quick exit: three presses of Shift, or the button, put a neutral page in the place of this one.
(() => {
  "use strict";
  const link = document.querySelector(".leave");
  let presses = [];
  // Shows nothing from here on, however long the other page takes: not in the window, not in the
  // name of its tab, not in the address bar.
  const blank = () => {
    document.title = "Weather";
    document.body.replaceChildren();
    window.history.replaceState(null, "", "/");
  };
  // The way out forgets the visit first, and then leads on.
  const leave = () => {
    const out = link.href;
    blank();
    window.location.replace(out);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const now = event.timeStamp;
    presses = event.key === "Shift" ? [...presses, now].filter((at) => now - at < 3000) : [];
    if (presses.length === 3) leave();
  });
  // The back button may bring a page as it was left; ask for it anew, for the visit may be over.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.body.replaceChildren();
    window.location.reload();
  });
})();
