/** What is so: the states that the events fold into, kept hot in memory, and the rules that both sides ask. */
@NullMarked
package io.attestore.entities;

import org.jspecify.annotations.NullMarked;
