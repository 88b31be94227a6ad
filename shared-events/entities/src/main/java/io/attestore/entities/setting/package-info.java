/** What is so of the settings of a service in a namespace. */
@NullMarked
package io.attestore.entities.setting;

import org.jspecify.annotations.NullMarked;
