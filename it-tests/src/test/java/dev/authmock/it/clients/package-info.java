/** The registered clients as a tester manages them. */
package dev.authmock.it.clients;
