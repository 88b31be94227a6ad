/** What AWS's service models tell about operations: their inputs, outputs and errors, as data. Knows shapes and nothing else of the door. */
@NullMarked
package io.attestore.contract.model;

import org.jspecify.annotations.NullMarked;
