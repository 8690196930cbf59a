package dev.authmock.grant;

/**
 * How full a store is at one moment.
 *
 * @param store what it holds
 * @param entries how many it holds
 * @param capacity how many it holds at the most
 * @param isFull whether it takes no more, be it for their number or for the memory that they take
 */
public record StoreLevel(String store, long entries, long capacity, boolean isFull) {}
