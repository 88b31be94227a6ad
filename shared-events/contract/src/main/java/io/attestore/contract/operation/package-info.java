/** What an operation is: one description from which routing, authorisation and the record follow, its handler, and a refusal in AWS's words. */
@NullMarked
package io.attestore.contract.operation;

import org.jspecify.annotations.NullMarked;
