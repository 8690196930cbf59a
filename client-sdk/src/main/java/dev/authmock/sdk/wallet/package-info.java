/**
 * Wallets that drive the flows of the Auth Mock, whole or step by step.
 *
 * <p>Start at {@link dev.authmock.sdk.wallet.HolderWallet} or {@link
 * dev.authmock.sdk.wallet.ServiceWallet}. Each step of theirs can be taken alone, and each thing
 * that they send can be made otherwise, so that a test does one thing wrong and all others right.
 */
@NullMarked
package dev.authmock.sdk.wallet;

import org.jspecify.annotations.NullMarked;
