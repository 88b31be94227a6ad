package io.attestore.query.ssm;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.ssm.parameter.SealedValues;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.query.ssm.parameter.GetParameter;
import io.attestore.query.ssm.parameter.GetParameters;
import io.attestore.query.ssm.parameter.describeparameters.DescribeParameters;
import io.attestore.query.ssm.parameter.disclosure.Disclosure;
import io.attestore.query.ssm.parameter.getparameterhistory.GetParameterHistory;
import io.attestore.query.ssm.parameter.getparametersbypath.GetParametersByPath;
import io.attestore.query.ssm.policy.GetResourcePolicies;
import io.attestore.query.ssm.setting.GetServiceSetting;
import io.attestore.query.ssm.tag.ListTagsForResource;
import java.util.List;

/** The operations of Parameter Store that change nothing, for whoever serves them. Safe for many threads. */
public final class SsmQueries {

    private final Disclosure disclosure;
    private final PageTokens tokens;
    private final boolean strictPaths;

    /** @param strictPaths whether GetParametersByPath leaves out what the caller may not get by name */
    public SsmQueries(KeyCipher cipher, ValueSeal seal, SealedValues values, PageTokens tokens, boolean strictPaths) {
        this.disclosure = new Disclosure(cipher, seal, values);
        this.tokens = tokens;
        this.strictPaths = strictPaths;
    }

    public List<Operation> all() {
        return List.of(
                new GetParameter(disclosure).operation(),
                new GetParameters(disclosure).operation(),
                new GetParametersByPath(disclosure, tokens, strictPaths).operation(),
                new GetParameterHistory(disclosure, tokens).operation(),
                new DescribeParameters(tokens).operation(),
                new GetResourcePolicies(tokens).operation(),
                new ListTagsForResource().operation(),
                new GetServiceSetting().operation());
    }
}
