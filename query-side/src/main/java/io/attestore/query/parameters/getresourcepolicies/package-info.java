/** GetResourcePolicies: with whom a parameter is shared. */
@NullMarked
package io.attestore.query.parameters.getresourcepolicies;

import org.jspecify.annotations.NullMarked;
