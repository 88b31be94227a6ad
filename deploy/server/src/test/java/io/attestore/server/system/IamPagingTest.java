package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Lists of IAM go on where a page has ended, whatever their items are called. */
class IamPagingTest {

    private static final int MARKER_MAX = 320;
    private static final String POLICY = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}\
        """;

    private final Tenant root = SystemServer.newTenant();
    private final IamClient iam = root.iam();

    @Test
    void users_are_listed_page_by_page() {
        List.of("ann", "bob", "cid").forEach(name -> iam.createUser(request -> request.userName(name)));

        assertThat(iam.listUsersPaginator(request -> request.maxItems(1)).users())
                .extracting(User::userName)
                .containsExactly("ann", "bob", "cid");
    }

    @Test
    void policies_with_long_names_alike_are_listed_page_by_page_even_when_the_last_one_is_gone() {
        iam.createUser(request -> request.userName("ann"));
        List<String> arns = IntStream.range(0, 4).mapToObj(this::attached).toList();

        List<String> seen = new ArrayList<>();
        for (ListAttachedUserPoliciesResponse page : iam.listAttachedUserPoliciesPaginator(
                request -> request.userName("ann").maxItems(1))) {
            page.attachedPolicies().stream().map(AttachedPolicy::policyArn).forEach(seen::add);
            if (page.isTruncated()) {
                assertThat(page.marker()).hasSizeLessThanOrEqualTo(MARKER_MAX);
            }
        }
        assertThat(seen).isEqualTo(arns);

        String marker = iam.listAttachedUserPolicies(
                        request -> request.userName("ann").maxItems(2))
                .marker();
        iam.detachUserPolicy(request -> request.userName("ann").policyArn(arns.get(1)));
        assertThat(iam.listAttachedUserPolicies(
                                request -> request.userName("ann").marker(marker))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .endsWith(arns.get(2), arns.get(3));
    }

    @Test
    void tags_are_listed_page_by_page_in_whatever_script_they_are() {
        List<String> keys =
                IntStream.range(0, 3).mapToObj(i -> "鍵".repeat(127) + i).toList();
        iam.createUser(request -> request.userName("ann")
                .tags(keys.stream()
                        .map(key -> Tag.builder().key(key).value("v").build())
                        .toList()));

        assertThat(iam.listUserTagsPaginator(request -> request.userName("ann").maxItems(1))
                        .tags())
                .extracting(Tag::key)
                .isEqualTo(keys);
    }

    private String attached(int number) {
        String arn = iam.createPolicy(request -> request.path("/" + "long/".repeat(60))
                        .policyName("p".repeat(100) + number)
                        .policyDocument(POLICY))
                .policy()
                .arn();
        iam.attachUserPolicy(request -> request.userName("ann").policyArn(arn));
        return arn;
    }
}
