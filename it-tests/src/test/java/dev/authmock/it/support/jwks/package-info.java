/**
 * Client assertions that no library would sign, and the hosts where clients' keys are to be had.
 */
package dev.authmock.it.support.jwks;
