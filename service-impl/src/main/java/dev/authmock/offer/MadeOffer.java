package dev.authmock.offer;

/**
 * An offer on its way to the wallet.
 *
 * @param url what the wallet is to open
 * @param isForAnotherDevice whether the wallet is on another device than whoever asked for the offer
 */
public record MadeOffer(String url, boolean isForAnotherDevice) {}
