package dev.authmock.app;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * An answer whose controller names no media type is JSON; else "Accept: *\/*" would get it as
 * "*\/*".
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
class DefaultContentType {
  @ResponseFilter
  void name(MutableHttpResponse<?> response) {
    if (response.getBody().isPresent() && response.getContentType().isEmpty()) {
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
