/** What a decision is asked about: who, which action, on which resource, under which conditions. */
@NullMarked
package io.attestore.policy.request;

import org.jspecify.annotations.NullMarked;
