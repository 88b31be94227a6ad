/** What a service does by itself when its time has come: which kinds of it there are, what makes it due, and doing it. */
@NullMarked
package io.attestore.contract.duework;

import org.jspecify.annotations.NullMarked;
