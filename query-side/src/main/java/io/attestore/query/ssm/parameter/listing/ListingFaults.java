package io.attestore.query.ssm.parameter.listing;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of filters, and of the tokens that continue a list.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html">Systems Manager: DescribeParameters</a>
 */
public final class ListingFaults {

    private ListingFaults() {}

    /** @param valid the keys as AWS lists them for the operation, comma-separated */
    public static AwsFault invalidFilterKey(String key, String valid) {
        return AwsFault.client(
                "InvalidFilterKey",
                "The following filter key is not valid: " + key + ". Valid filter keys include: [" + valid + "].");
    }

    public static AwsFault bothKindsOfFilters() {
        return AwsFault.validation("You can use either Filters or ParameterFilters in a single request.");
    }

    public static AwsFault reservedPathFilter() {
        return AwsFault.validation("""
                Filters for common parameters can't be prefixed with "aws" or "ssm" (case-insensitive). \
                When using global parameters, please specify within a global namespace.""");
    }

    public static AwsFault duplicateFilter(String key) {
        return AwsFault.client(
                "InvalidFilterKey",
                "The following filter is duplicated in the request: " + key
                        + ". A request can contain only one occurrence of a specific filter.");
    }

    /** @param valid the options that the key has, comma-separated */
    public static AwsFault invalidFilterOption(String option, String valid) {
        return AwsFault.client(
                "InvalidFilterOption",
                "The following filter option is not valid: " + option + ". Valid options include: [" + valid + "].");
    }

    public static AwsFault missingFilterValues(String key) {
        return AwsFault.client(
                "InvalidFilterValue", "The following filter values are missing : null for filter key " + key + ".");
    }

    /** @param valid the values that the key has, comma-separated */
    public static AwsFault invalidFilterValue(String value, String valid) {
        return AwsFault.client(
                "InvalidFilterValue",
                "The following filter value is not valid: " + value + ". Valid values include: [" + valid + "].");
    }

    public static AwsFault invalidNextToken() {
        return AwsFault.client("InvalidNextToken", "The specified token is not valid.");
    }
}
