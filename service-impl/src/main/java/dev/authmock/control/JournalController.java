package dev.authmock.control;

import dev.authmock.api.control.JournalApi;
import dev.authmock.api.control.model.JournalPage;
import dev.authmock.check.Check;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.journal.Journal;
import dev.authmock.journal.JournalEntry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows the journal. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class JournalController implements JournalApi {
  private final Journal journal;
  private final JournalView view;
  private final Pages pages;

  JournalController(Journal journal, JournalView view, Pages pages) {
    this.journal = journal;
    this.view = view;
    this.pages = pages;
  }

  @Override
  public HttpResponse<?> readJournalEntry(HttpRequest<?> request, String id) {
    var entry = journal
        .find(id)
        .map(view::of)
        .orElseThrow(() -> new RefusedException(
            ControlCheck.JOURNAL_ENTRY, Difference.of("an entry that is still kept", id)));
    return pages.answer(request, entry, "journal-entry.jte");
  }

  @Override
  public HttpResponse<?> readFlow(HttpRequest<?> request, String id) {
    List<JournalEntry> entries = journal.ofFlow(id);
    if (entries.isEmpty()) {
      throw new RefusedException(
          ControlCheck.JOURNAL_FLOW, Difference.of("a flow of which entries are still kept", id));
    }
    return pages.answer(request, view.flow(id, entries), "flow.jte");
  }

  @Override
  public HttpResponse<JournalPage> listJournal(
      HttpRequest<?> request,
      Integer limit,
      @Nullable String clientId,
      @Nullable String flow,
      @Nullable String failedCheck,
      @Nullable String outcome) {
    Predicate<JournalEntry> filter = entry -> (clientId == null
            || clientId.equals(entry.clientId()))
        && (flow == null || flow.equals(entry.flowId()))
        && (outcome == null || entry.isRefused() == "refused".equals(outcome))
        && (failedCheck == null
            || entry.failedCheck().map(Check::id).filter(failedCheck::equals).isPresent());
    // Read first: it is then that the entries of other nodes come in.
    List<JournalEntry> newest = journal.newest(limit, filter);
    return HttpResponse.ok(new JournalPage()
        .total(journal.size())
        .entries(newest.stream().map(view::of).toList()));
  }

  @Override
  public HttpResponse<Void> clearJournal(HttpRequest<?> request) {
    journal.clear();
    return HttpResponse.noContent();
  }
}
