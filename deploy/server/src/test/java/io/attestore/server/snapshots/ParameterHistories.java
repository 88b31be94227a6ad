package io.attestore.server.snapshots;

import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPoliciesPut;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import io.attestore.events.parameter.ResourcePolicyGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What can happen to a parameter, and what it is then. */
final class ParameterHistories {

    static final AccountRegion WHERE = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    static final ParameterName NAME = new ParameterName("/prod/db");
    static final ParameterId ID = ParameterId.of(WHERE, NAME);

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Policy EXPIRATION = new Policy("Expiration", "{\"Type\":\"Expiration\"}");
    private static final Policy NOTICE = new Policy("NoChangeNotification", "{\"Type\":\"NoChangeNotification\"}");
    private static final List<String> WORDS = List.of("blue", "green", "prod", "🔑");

    private ParameterHistories() {}

    /** Some hundred events of every kind, all of this parameter. */
    static List<Event> random(long seed, int count) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        long newest = 0;
        int deletions = 0;
        for (int i = 0; i < count; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            long version = 1 + random.nextInt((int) newest + 1);
            String deletionId = "deletion-" + random.nextInt(deletions + 1);
            switch (random.nextInt(24)) {
                case 0 -> events.add(new ParameterTagged(WHERE, NAME, Map.of(word, "yes", "all", word)));
                case 1 -> events.add(new ParameterUntagged(WHERE, NAME, List.of(word)));
                case 2, 3 -> events.add(new ParameterVersionLabelled(WHERE, NAME, version, List.of(word, "x" + word)));
                case 4 -> events.add(new ParameterVersionUnlabelled(WHERE, NAME, version, List.of(word)));
                case 5 -> events.add(new ParameterPoliciesPut(WHERE, NAME, version, List.of(EXPIRATION, NOTICE)));
                case 6 ->
                    events.add(new ParameterPolicyActed(
                            WHERE, NAME, version, ParameterType.STRING, random.nextBoolean() ? EXPIRATION : NOTICE));
                case 7, 8 -> events.add(new ParameterVersionDestroyed(WHERE, NAME, version, "ssm/key" + version));
                case 9 -> events.add(shared(word));
                case 10 -> events.add(new ParameterResourcePolicyDeleted(WHERE, NAME, word, List.of()));
                case 11 -> {
                    events.add(deleted(Optional.of("deletion-" + deletions++)));
                    newest = 0;
                }
                case 12 -> events.add(new ParameterRestored(WHERE, NAME, ParameterType.STRING, deletionId));
                case 13 -> events.add(new DeletedParameterDestroyed(WHERE, NAME, deletionId, List.of("ssm/key1")));
                default -> events.add(put(++newest, random.nextBoolean() ? Optional.of(word) : Optional.empty()));
            }
        }
        return events;
    }

    static ParameterDeleted deleted(Optional<String> deletionId) {
        return new ParameterDeleted(
                WHERE,
                NAME,
                List.of(),
                Optional.of(ParameterType.STRING),
                deletionId.map(id -> new ParameterDeleted.Retention(id, NOON.plusNanos(1_000))));
    }

    static ParameterResourcePolicyPut shared(String policyId) {
        AccountId other = new AccountId("111122223333");
        return new ParameterResourcePolicyPut(
                WHERE,
                NAME,
                policyId,
                "hash",
                "{\"Version\":\"2012-10-17\"}",
                List.of(new ResourcePolicyGrant(
                        List.of(
                                new ResourcePolicyGrant.Consumer(other, Optional.empty()),
                                new ResourcePolicyGrant.Consumer(
                                        other, Optional.of(new Arn("arn:aws:iam::111122223333:role/reader")))),
                        List.of("ssm:GetParameter"))),
                List.of());
    }

    static ParameterVersionPut put(long version, Optional<String> description) {
        return put(version, description, new byte[] {1, 2, (byte) version}, "ssm/key" + version);
    }

    static ParameterVersionPut put(long version, Optional<String> description, byte[] sealed, String dataKeyId) {
        return new ParameterVersionPut(
                WHERE,
                NAME,
                version,
                ParameterType.SECURE_STRING,
                dataKeyId,
                Bytes.copyOf(sealed),
                Optional.of("alias/aws/ssm"),
                description,
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root");
    }

    /** Folds events that stand in the log from a position on, a second and a microsecond apart. */
    static Parameter fold(Parameter before, long position, List<? extends Event> events) {
        Parameter state = before;
        for (int i = 0; i < events.size(); i++) {
            Instant at = NOON.plusSeconds(position + i).plusNanos(1_000 * (position + i));
            state = Parameter.TYPE.evolve().evolve(state, events.get(i), at, position + i);
        }
        return state;
    }

    static Parameter fold(List<? extends Event> events) {
        return fold(Parameter.TYPE.initial().apply(ID), 0, events);
    }
}
