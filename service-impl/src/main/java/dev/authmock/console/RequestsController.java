package dev.authmock.console;

import dev.authmock.body.QueryParameters;
import dev.authmock.control.Pages;
import dev.authmock.journal.Journal;
import dev.authmock.journal.JournalEntry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the requests, and keeps the pages that show them up to date. */
@Controller("/console")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class RequestsController {
  /** A page that has grown to more rows gets a fresh one. */
  private static final int MOST_SHOWN = 2 * RequestList.PAGE;

  private final Journal journal;
  private final EventStreams streams;
  private final Pages pages;
  private final Frames frames;

  RequestsController(Journal journal, EventStreams streams, Pages pages, Frames frames) {
    this.journal = journal;
    this.streams = streams;
    this.pages = pages;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> list(HttpRequest<?> request) {
    Map<String, String> query = QueryParameters.of(request);
    RequestList list =
        RequestList.page(RequestFilter.of(query), journal.all(), query.get("before"));
    RequestsView view = new RequestsView(list, mode(query), list.rows().size());
    return frames.page(request, "console/requests.jte", Map.of("view", view));
  }

  /** The rows that came since, or a fresh page of them where that is not known. */
  @Get("/rows")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> rows(HttpRequest<?> request) {
    Map<String, String> query = QueryParameters.of(request);
    RequestFilter filter = RequestFilter.of(query);
    String since = query.getOrDefault("since", "");
    int shown = number(query.get("shown"));
    List<JournalEntry> newest = journal.newest(1, entry -> true);
    if (!newest.isEmpty() && newest.get(0).id().equals(since)) {
      return HttpResponse.noContent();
    }
    List<JournalEntry> all = journal.all();
    RequestList page = RequestList.page(filter, all, null);
    RequestList fresh = page.since(all, since);
    boolean whole = fresh == null || fresh.rows().size() + shown > MOST_SHOWN;
    RequestList told = fresh == null || whole ? page : fresh;
    RequestsView view =
        new RequestsView(told, RequestsView.Mode.LIVE, told.rows().size() + (whole ? 0 : shown));
    return pages
        .page("console/fresh-rows.jte", Map.of("view", view, "whole", whole))
        .header("HX-Reswap", whole ? "innerHTML" : "afterbegin")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** How many requests came since an older page was made. */
  @Get("/news")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> news(HttpRequest<?> request) {
    Map<String, String> query = QueryParameters.of(request);
    RequestFilter filter = RequestFilter.of(query);
    String since = query.getOrDefault("since", "");
    int count = 0;
    for (JournalEntry entry : journal.all()) {
      if (entry.id().equals(since)) {
        break;
      }
      count += filter.admits(entry) ? 1 : 0;
    }
    return pages
        .page("console/news.jte", Map.of("count", count, "url", filter.address("", "")))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Post("/journal/clear")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> clear() {
    journal.clear();
    return Frames.goTo("/console?done=" + Done.CLEARED.id());
  }

  private RequestsView.Mode mode(Map<String, String> query) {
    if (query.containsKey("before")) {
      return RequestsView.Mode.OLDER;
    }
    if ("off".equals(query.get("live"))) {
      return RequestsView.Mode.PAUSED;
    }
    return streams.hasRoom() ? RequestsView.Mode.LIVE : RequestsView.Mode.POLLED;
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }
}
