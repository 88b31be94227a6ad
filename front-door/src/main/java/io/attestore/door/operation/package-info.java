/** What an operation is: one description from which routing, authorisation and the record follow, and its handler. */
@NullMarked
package io.attestore.door.operation;

import org.jspecify.annotations.NullMarked;
