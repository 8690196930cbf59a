/** Several nodes on one Redis, and all that can fail between them; with real processes. */
package dev.authmock.it.nodes;
