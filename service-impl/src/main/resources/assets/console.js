/* Copies a text of the page; the buttons for it are there only where this runs. */
for (const button of document.querySelectorAll("button[data-copies]")) {
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
      button.textContent = "Copied";
    });
  }
}
