package io.attestore.server.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Errors that the code of an operation comes to and its model does not list, and why. */
final class UnlistedErrors {

    private static final List<Reason> ALL = List.of(
            new Reason(
                    "A name that no parameter can have is refused alike, wherever it is given",
                    Set.of("HierarchyLevelLimitExceededException"),
                    "ssm.DeleteParameter",
                    "ssm.GetParameter",
                    "ssm.GetParameterHistory",
                    "ssm.GetParameters",
                    "ssm.LabelParameterVersion",
                    "ssm.UnlabelParameterVersion"),
            new Reason(
                    "What KMS refuses is not answered as it is, but told in the text of an InvalidKeyId",
                    Set.of("DisabledException", "NotFoundException"),
                    "ssm.GetParameter",
                    "ssm.GetParameterHistory",
                    "ssm.GetParameters",
                    "ssm.GetParametersByPath",
                    "ssm.PutParameter"),
            new Reason("As before, for what names no key", Set.of("InvalidArnException"), "ssm.PutParameter"),
            new Reason(
                    "Too many tags are refused alike, given with a parameter or later",
                    Set.of("TooManyTagsError"),
                    "ssm.PutParameter"),
            new Reason(
                    "What names no key is refused alike by all operations; the models of most list it",
                    Set.of("InvalidArnException"),
                    "kms.CreateAlias",
                    "kms.Decrypt",
                    "kms.Encrypt",
                    "kms.GenerateDataKey"),
            new Reason(
                    "A boundary that is not there is refused as CreateUser's model has it",
                    Set.of("NoSuchEntity"),
                    "iam.CreateRole"),
            new Reason(
                    "What is not offered here is refused, never ignored",
                    Set.of("UnsupportedOperationException"),
                    "kms.Decrypt",
                    "kms.GenerateDataKey"));

    private UnlistedErrors() {}

    private record Reason(String why, Set<String> codes, List<String> operations) {

        Reason(String why, Set<String> codes, String... operations) {
            this(why, codes, List.of(operations));
        }
    }

    static Set<String> of(String operation) {
        return ALL.stream()
                .filter(reason -> reason.operations().contains(operation))
                .flatMap(reason -> reason.codes().stream())
                .collect(Collectors.toSet());
    }
}
