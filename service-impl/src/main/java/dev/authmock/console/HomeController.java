package dev.authmock.console;

import dev.authmock.api.control.HomeApi;
import dev.authmock.control.Pages;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Leads to all that there is. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class HomeController implements HomeApi {
  private final Pages pages;
  private final ServerUrls urls;

  HomeController(Pages pages, ServerUrls urls) {
    this.pages = pages;
    this.urls = urls;
  }

  @Override
  public HttpResponse<String> showHome(HttpRequest<?> request) {
    return pages.page("home.jte", urls);
  }
}
