/** Policy documents: read once, checked as AWS checks them, and kept in a form that is quick to match. */
@NullMarked
package io.attestore.policy.document;

import org.jspecify.annotations.NullMarked;
