package dev.authmock.token;

/**
 * A token shape, and how often it was applied.
 *
 * @param shape the shape
 * @param applied how many token requests it has shaped
 */
public record AppliedShape(TokenShape shape, int applied) {}
