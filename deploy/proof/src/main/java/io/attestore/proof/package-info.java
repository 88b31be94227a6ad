/** What proves a server from outside, and is no part of it: benchmark, torture campaigns, training run. */
@NullMarked
package io.attestore.proof;

import org.jspecify.annotations.NullMarked;
