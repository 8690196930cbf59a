/** The clock: read, set, advanced, frozen and resumed, and obeyed by all that has a lifetime. */
package dev.authmock.it.clock;
