package io.attestore.entities.vault;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.id.ParameterName;

/** What a wrapped key is for. */
public sealed interface KeyRowPurpose {

    /** It opens one version of a parameter. */
    record ParameterVersion(AccountRegion where, ParameterName name, long version) implements KeyRowPurpose {

        @Override
        public String toString() {
            return "version " + version + " of the parameter " + name + " of " + where.account() + " in "
                    + where.region();
        }
    }

    /** It is a generation of a KMS key's material. */
    record Material(AccountRegion where, KeyId keyId, KeyMaterialId materialId) implements KeyRowPurpose {

        @Override
        public String toString() {
            return "material " + materialId + " of the key " + keyId + " of " + where.account() + " in "
                    + where.region();
        }
    }

    /** It is the secret half of an access key. */
    record AccessKeySecret(AccountId account, AccessKeyId accessKeyId) implements KeyRowPurpose {

        @Override
        public String toString() {
            return "the secret of the access key " + accessKeyId + " of " + account;
        }
    }
}
