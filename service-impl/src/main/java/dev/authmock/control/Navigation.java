package dev.authmock.control;

/** The pages that every page leads to, in their order. */
public enum Navigation {
  /** What happens, as it happens. */
  CONSOLE("Console", "/console"),
  /** Offers to start. */
  OFFERS("Offers", "/console/offers"),
  /** The registered clients. */
  CLIENTS("Clients", "/console/clients"),
  /** A token request, judged without being redeemed. */
  EVALUATION("Why refused?", "/console/why"),
  /** What goes wrong on purpose. */
  FAULTS("Faults", "/console/faults"),
  /** The time by which the mock decides. */
  CLOCK("Clock", "/console/clock"),
  /** What each client has shown of itself. */
  REPORTS("Reports", "/console/reports"),
  /** The reference. */
  DOCS("Docs", "/docs");

  private final String label;
  private final String path;

  Navigation(String label, String path) {
    this.label = label;
    this.path = path;
  }

  /** What the link says. */
  public String label() {
    return label;
  }

  /** Where it leads. */
  public String path() {
    return path;
  }
}
