/** What goes wrong on purpose: faults with AWS's codes, HTTP statuses and words. */
@NullMarked
package io.attestore.door.fault;

import org.jspecify.annotations.NullMarked;
