/** The bench: what an audited read costs, beside what the disk and the door cost without it, all in one run. */
@NullMarked
package io.attestore.proof.bench;

import org.jspecify.annotations.NullMarked;
