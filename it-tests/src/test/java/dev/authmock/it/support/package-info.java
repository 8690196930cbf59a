/** What the tests stand on: the service, ways to talk to it, and the contract that every exchange has to fit. */
package dev.authmock.it.support;
