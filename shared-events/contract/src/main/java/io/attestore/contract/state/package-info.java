/** The states that a decision is based on: what a kind of state is, and how a call loads one. */
@NullMarked
package io.attestore.contract.state;

import org.jspecify.annotations.NullMarked;
