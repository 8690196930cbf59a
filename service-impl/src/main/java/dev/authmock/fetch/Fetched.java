package dev.authmock.fetch;

import java.util.Optional;

/**
 * The answer to an outgoing request, always of a 2xx status.
 *
 * @param status the HTTP status
 * @param contentType the media type as the host sent it, with its parameters
 * @param body the text, which was valid UTF-8
 */
public record Fetched(int status, Optional<String> contentType, String body) {}
