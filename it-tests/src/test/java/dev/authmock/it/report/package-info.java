/** The conformance reports, over real flows. */
package dev.authmock.it.report;
