/** AWS Signature Version 4 in its header form: who signed this request, and is it unchanged and fresh. */
@NullMarked
package io.attestore.door.sigv4;

import org.jspecify.annotations.NullMarked;
