/** Why a token request is refused, told without redeeming anything. */
package dev.authmock.it.evaluation;
