package io.attestore.query.parameters;

import io.attestore.door.operation.Operation;
import io.attestore.door.paging.PageTokens;
import io.attestore.entities.key.KeyCipher;
import io.attestore.entities.parameter.SealedValues;
import io.attestore.entities.past.PastStates;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.query.parameters.describeinventory.DescribeInventory;
import io.attestore.query.parameters.describeparameters.DescribeParameters;
import io.attestore.query.parameters.disclosure.Disclosure;
import io.attestore.query.parameters.getparameter.GetParameter;
import io.attestore.query.parameters.getparameterhistory.GetParameterHistory;
import io.attestore.query.parameters.getparameters.GetParameters;
import io.attestore.query.parameters.getparametersbypath.GetParametersByPath;
import io.attestore.query.parameters.getresourcepolicies.GetResourcePolicies;
import io.attestore.query.parameters.getservicesetting.GetServiceSetting;
import io.attestore.query.parameters.listtagsforresource.ListTagsForResource;
import java.util.List;

/** The operations that read parameters, for whoever serves them. Safe for many threads. */
public final class ParameterOperations {

    private final Disclosure disclosure;
    private final PageTokens tokens;
    private final PastStates past;

    public ParameterOperations(
            KeyCipher cipher, ValueSeal seal, SealedValues values, PageTokens tokens, PastStates past) {
        this.disclosure = new Disclosure(cipher, seal, values);
        this.tokens = tokens;
        this.past = past;
    }

    public List<Operation> all() {
        return List.of(
                new GetParameter(disclosure).operation(),
                new GetParameters(disclosure).operation(),
                new GetParametersByPath(disclosure, tokens).operation(),
                new GetParameterHistory(disclosure, tokens).operation(),
                new DescribeParameters(tokens).operation(),
                new GetResourcePolicies(tokens).operation(),
                new ListTagsForResource().operation(),
                new GetServiceSetting().operation(),
                new DescribeInventory(past, tokens).operation());
    }
}
