package dev.authmock.console;

import dev.authmock.body.QueryParameters;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.control.Pages;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.journal.Evaluations;
import dev.authmock.journal.FlowMemory;
import dev.authmock.journal.Journal;
import dev.authmock.journal.JournalEntry;
import dev.authmock.offer.SvgImage;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts offers, and shows how the wallet gets on. */
@Controller("/console/offers")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OffersController {
  private static final String PATH = "/console/offers";
  private static final int LATEST = 20;

  private final ShownOffers offers;
  private final Journal journal;
  private final FlowMemory flows;
  private final Evaluations evaluations;
  private final Frames frames;
  private final Pages pages;

  OffersController(
      ShownOffers offers,
      Journal journal,
      FlowMemory flows,
      Evaluations evaluations,
      Frames frames,
      Pages pages) {
    this.offers = offers;
    this.journal = journal;
    this.flows = flows;
    this.evaluations = evaluations;
    this.frames = frames;
    this.pages = pages;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> form(HttpRequest<?> request) {
    return frames.page(request, "console/offers.jte", model(QueryParameters.of(request), null));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> start(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    Map<String, String> sent = Forms.stripped(form);
    try {
      return Frames.goTo(PATH + "/" + offers.start(sent, evaluations.of(request)));
    } catch (RefusedException refused) {
      return frames.refused(request, "console/offers.jte", model(sent, refused));
    }
  }

  private Map<String, Object> model(Map<String, String> sent, @Nullable RefusedException refusal) {
    List<RequestRow> latest = journal
        .newest(
            LATEST,
            entry ->
                entry.flowId() != null && !entry.isRefused() && entry.path().equals(PATH))
        .stream()
        .map(RequestRow::new)
        .toList();
    return Map.of("form", OfferForm.of(sent, refusal), "latest", latest);
  }

  @Get("/{flow}")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> show(HttpRequest<?> request, String flow) {
    Map<String, Object> model = new HashMap<>();
    model.put("progress", progress(flow));
    offers.find(flow).ifPresent(offer -> model.put("offer", offer));
    return frames.page(request, "console/offer.jte", model);
  }

  /** The steps, where there are more than the page knows of. */
  @Get("/{flow}/steps")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> steps(HttpRequest<?> request, String flow) {
    Progress progress = progress(flow);
    String known = QueryParameters.of(request).getOrDefault("known", "");
    return known.equals(Integer.toString(progress.done().size()))
        ? HttpResponse.noContent()
        : pages
            .page("console/steps.jte", Map.of("progress", progress, "swapped", true))
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Get("/{flow}/qr.svg")
  @Produces({"image/svg+xml", MediaType.ALL})
  HttpResponse<?> picture(String flow) {
    ShownOffer offer = offers.find(flow).orElseThrow(() -> gone(flow));
    return HttpResponse.ok(SvgImage.ofText(offer.url()))
        .contentType("image/svg+xml")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }

  private Progress progress(String flow) {
    List<JournalEntry> entries = journal.ofFlow(flow);
    boolean isPastLifetime = offers.find(flow).isEmpty();
    if (entries.isEmpty() && isPastLifetime) {
      throw gone(flow);
    }
    String type = type(flow, entries);
    return Progress.of(
        flow,
        entries,
        type == null ? null : CredentialTypes.named(type).orElse(null),
        isPastLifetime);
  }

  /** Another node may have made the offer. */
  private @Nullable String type(String flow, List<JournalEntry> entries) {
    String known = flows.of(flow).credentialType();
    return known != null
        ? known
        : entries.stream()
            .map(JournalEntry::credentialType)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static RefusedException gone(String flow) {
    return new RefusedException(
        ControlCheck.JOURNAL_FLOW, Difference.of("an offer that is still kept", flow));
  }
}
