// Sets what Mantine reads before Mantine is there. A file of its own, since no inline script may run.
(function () {
  var chosen = "auto";
  try {
    chosen = localStorage.getItem("eutlas.color-scheme") || "auto";
  } catch {
    // No storage, no memory: the system's scheme it is.
  }
  var dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
