package io.attestore.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Under which name an event is stored. The name never changes once it has been: a class may be renamed, this may not. Nor
 * does what an event of a version has; another version is another class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    /** {@code family.Event}, unique together with the version; what the log's column has. */
    String value();

    String version() default "1";
}
