/**
 * The client of the Auth Mock: typed grants, client assertions, PKCE, PINs and explained refusals.
 *
 * <p>Start at {@link dev.authmock.sdk.AuthMockClient}. Below it lies a layer that is generated from
 * the OpenAPI documents ({@code dev.authmock.sdk.conformance}, {@code dev.authmock.sdk.control}),
 * whose models are used here as they are; above it, in {@code dev.authmock.sdk.wallet}, wallets that
 * drive whole flows.
 */
@NullMarked
package dev.authmock.sdk;

import org.jspecify.annotations.NullMarked;
