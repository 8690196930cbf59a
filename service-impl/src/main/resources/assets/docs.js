// Shows the OpenAPI document that the page names, and nothing from any other host.
(() => {
  const viewer = document.getElementById("swagger-ui");

  // Swagger UI has dark colours, and no eye for what the system prefers.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", follow);
  follow();

  // The document names the server by its own URL; a browser lets this page talk to its origin only.
  document.getElementById("elsewhere").hidden = location.origin === viewer.dataset.base;

  SwaggerUIBundle({
    url: viewer.dataset.document,
    domNode: viewer,
    validatorUrl: null,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
})();
