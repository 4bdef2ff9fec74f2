// Quick exit: three presses of Shift, or the button, put a neutral page in the place of this one.
(() => {
  "use strict";
  const link = document.querySelector(".leave");
  let presses = [];
  const leave = () => {
    document.body.hidden = true;
    window.location.replace(link.href);
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
})();
