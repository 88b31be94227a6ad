/**
 * What was asked and answered, what the record says, and whether the two agree: clients that note every call, and the
 * audit of their notes against the log.
 */
@NullMarked
package io.attestore.proof.torture.ledger;

import org.jspecify.annotations.NullMarked;
