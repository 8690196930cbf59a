/** What happened to each request: the record of its checks, and how a refusal leaves the server. */
@NullMarked
package dev.authmock.journal;

import org.jspecify.annotations.NullMarked;
