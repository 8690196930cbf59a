/** The conformance reports: which rules each client has passed, failed or never met. */
@NullMarked
package dev.authmock.report;

import org.jspecify.annotations.NullMarked;
