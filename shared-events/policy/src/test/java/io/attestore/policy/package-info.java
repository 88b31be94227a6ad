/** What the tests of policies have in common. */
@NullMarked
package io.attestore.policy;

import org.jspecify.annotations.NullMarked;
