package io.attestore.policy.evaluation;

import static io.attestore.policy.Asking.managed;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.attestore.policy.Asking;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.RequestConditions;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a usual decision costs: of a user in two groups, with five policies and a boundary. */
class DecisionCostTest {

    private static final int WARM_UP = 20_000;
    private static final int DECISIONS = 10_000;
    private static final int BYTES_MAX = 256;

    private static final PolicySet USUAL = new PolicySet(
            List.of(managed("""
                            {"Effect":"Allow","Action":["store:Get*","store:List*"],"Resource":"*"},
                            {"Effect":"Deny","Action":"store:Delete*","Resource":"*"}"""), managed("""
                            {"Effect":"Allow","Action":"queue:*","Resource":"arn:aws:queue:*:123456789012:*"}"""), managed("""
                            {"Effect":"Deny","Action":"app:*","Resource":"arn:aws:app:*:*:thing/secret/*"},
                            {"Effect":"Allow","Action":["app:Write","app:Describe*"],"Resource":"*"}"""), managed("""
                            {"Effect":"Deny","NotAction":"app:*","Resource":"*",
                             "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}"""), managed("""
                            {"Effect":"Allow","Action":["app:Read"],"Resource":"arn:aws:app:us-east-1:123456789012:thing/*"}""")),
            Optional.of(managed("{\"Effect\":\"Allow\",\"Action\":[\"app:*\",\"queue:*\"],\"Resource\":\"*\"}")),
            List.of(),
            ResourcePolicy.NONE);

    @Test
    void allocatesNextToNothingAndAsksForNoConditionValue() {
        RequestConditions unasked = key -> {
            throw new AssertionError("asked for " + key);
        };
        AccessRequest request =
                new AccessRequest(Asking.alice(), Asking.READ, Asking.RESOURCE, Asking.ACCOUNT, unasked);
        decide(request, WARM_UP);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        decide(request, DECISIONS);
        long nanos = (System.nanoTime() - start) / DECISIONS;
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / DECISIONS;
        assertThat(bytes).as("bytes for each decision, which took %d ns", nanos).isLessThan(BYTES_MAX);
        assertThat(nanos).as("nanoseconds for each decision").isLessThan(100_000);
    }

    private static void decide(AccessRequest request, int times) {
        for (int i = 0; i < times; i++) {
            assertAllowed(PolicyEvaluation.decide(request, USUAL));
        }
    }

    private static void assertAllowed(Verdict verdict) {
        if (!verdict.isAllowed()) {
            throw new AssertionError(verdict);
        }
    }
}
