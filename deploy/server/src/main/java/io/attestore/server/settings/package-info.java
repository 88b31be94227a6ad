/** What an operator can set, a record per concern, with units, defaults and checks. */
@NullMarked
package io.attestore.server.settings;

import org.jspecify.annotations.NullMarked;
