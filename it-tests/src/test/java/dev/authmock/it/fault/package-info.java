/** Faults on purpose, as they are seen over HTTP and by the SDK. */
package dev.authmock.it.fault;
