/** The story of one wallet's attempt, as the journal tells it. */
package dev.authmock.it.flow;
