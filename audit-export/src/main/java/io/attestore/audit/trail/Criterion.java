package io.attestore.audit.trail;

import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.record.RecordResource;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.id.EventIds;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One attribute that a record must have, as LookupEvents knows them. All compare the whole text, case included, but for
 * event ids.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html">LookupAttribute</a>
 */
public sealed interface Criterion {

    boolean matches(RecordFacts record);

    /** The same for the records of one namespace. */
    default Predicate<RecordFacts> in(AccountRegion where) {
        return this::matches;
    }

    record EventId(String value) implements Criterion {

        public EventId {
            value = value.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(RecordFacts record) {
            return record.eventId().equals(value);
        }

        /** The time that the id has, if it is one of ours: that of the call. */
        Optional<Long> millis() {
            try {
                return Optional.of(UUID.fromString(value))
                        .filter(EventIds::isTimed)
                        .map(EventIds::millis);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    record EventName(String value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.action().eventName().equals(value);
        }
    }

    record EventSource(String value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.action().eventSource().equals(value);
        }
    }

    record ReadOnly(boolean value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.action().readOnly() == value;
        }
    }

    /** {@code root}, the name of an IAM user, or the session name of an assumed role. */
    record Username(String value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.identity().lookupName().equals(Optional.of(value));
        }
    }

    record AccessKey(String value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.identity().accessKeyId().map(AccessKeyId::value).equals(Optional.of(value));
        }
    }

    record ResourceType(String value) implements Criterion {

        @Override
        public boolean matches(RecordFacts record) {
            return record.resources().stream()
                    .anyMatch(resource -> resource.type().equals(value));
        }
    }

    /** A resource by its ARN, or by the name that its owner knows: a parameter's name, a key's id, an alias. */
    record ResourceName(String value) implements Criterion {

        /** Characters of a parameter's name without the ARN's prefix: longer ones do not exist. */
        private static final int NAME_LENGTH_MAX = 1011;

        public ResourceName {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("A resource has a name");
            }
        }

        @Override
        public boolean matches(RecordFacts record) {
            return in(record.where()).test(record);
        }

        @Override
        public Predicate<RecordFacts> in(AccountRegion where) {
            List<String> wanted = arns(where);
            return record -> {
                for (RecordResource resource : record.resources()) {
                    if (wanted.contains(resource.arn().value())) {
                        return true;
                    }
                }
                return false;
            };
        }

        /** The ARNs that this name may stand for in a namespace. */
        List<String> arns(AccountRegion where) {
            if (Arn.parse(value).isPresent()) {
                return List.of(value);
            }
            List<String> arns = new ArrayList<>();
            if (KeyId.isValid(value)) {
                arns.add(new KeyId(value).arn(where).value());
            }
            if (AliasName.isValid(value)) {
                arns.add(new AliasName(value).arn(where).value());
            }
            if (value.length() <= NAME_LENGTH_MAX) {
                arns.add(ParameterId.of(where, new ParameterName(value)).arn().value());
            }
            return arns;
        }
    }
}
