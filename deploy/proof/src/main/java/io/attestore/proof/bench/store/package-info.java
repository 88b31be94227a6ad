/** The measured server's database: what a read wrote, and how much room it takes. */
@NullMarked
package io.attestore.proof.bench.store;

import org.jspecify.annotations.NullMarked;
