/** The pages as a person sees them, in a real browser. */
package dev.authmock.it.browser;
