/** The health of the service, and its metrics. */
package dev.authmock.it.metrics;
