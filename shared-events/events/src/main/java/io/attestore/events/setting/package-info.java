/** What happened to the settings of a service in a namespace. */
@NullMarked
package io.attestore.events.setting;

import org.jspecify.annotations.NullMarked;
