package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.events.parameter.ParameterType;

/**
 * What a value is said to be.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-ec2-aliases.html">Native
 *     parameter support for Amazon Machine Image IDs</a>
 */
enum DataType {
    TEXT("text"),
    /** The id of an Amazon Machine Image: looked at for its form, there being no images here to ask for. */
    EC2_IMAGE("aws:ec2:image"),
    SSM_INTEGRATION("aws:ssm:integration");

    private static final byte[] IMAGE_PREFIX = {'a', 'm', 'i', '-'};
    private static final int IMAGE_DIGITS_MIN = 8;
    private static final int IMAGE_DIGITS_MAX = 17;

    private final String wireName;

    DataType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** @throws io.attestore.contract.operation.AwsFault if there is none of this name */
    static DataType named(String name) {
        for (DataType dataType : values()) {
            if (dataType.wireName.equals(name)) {
                return dataType;
            }
        }
        throw ParameterValueFaults.unknownDataType(name);
    }

    /** @throws io.attestore.contract.operation.AwsFault if a parameter of this type cannot have this data type */
    void requireType(ParameterType type) {
        if (this == EC2_IMAGE && type != ParameterType.STRING) {
            throw ParameterValueFaults.unsupportedType();
        }
    }

    /** Reads the bytes in place. */
    boolean accepts(byte[] utf8) {
        return this != EC2_IMAGE || isImage(utf8);
    }

    private static boolean isImage(byte[] utf8) {
        int digits = utf8.length - IMAGE_PREFIX.length;
        if (digits < IMAGE_DIGITS_MIN || digits > IMAGE_DIGITS_MAX) {
            return false;
        }
        for (int i = 0; i < utf8.length; i++) {
            byte character = utf8[i];
            boolean fits = i < IMAGE_PREFIX.length
                    ? character == IMAGE_PREFIX[i]
                    : character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
