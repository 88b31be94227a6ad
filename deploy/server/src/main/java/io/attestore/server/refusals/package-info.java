/** How often an account may be refused with a record of each, and what is counted beyond. */
@NullMarked
package io.attestore.server.refusals;

import org.jspecify.annotations.NullMarked;
