package io.attestore.server.wiring;

import io.attestore.audit.lookupevents.LookupEvents;
import io.attestore.audit.trail.Trail;
import io.attestore.command.attestore.AttestoreCommands;
import io.attestore.command.iam.IamCommands;
import io.attestore.command.kms.KmsCommands;
import io.attestore.command.ssm.SsmCommands;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.duework.ParameterDueWorkDecision;
import io.attestore.contract.duework.DueWorkDecision;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.contract.paging.PageTokens;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.past.PastStates;
import io.attestore.entities.ssm.parameter.SealedValues;
import io.attestore.entities.vault.KeyVault;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.query.attestore.AttestoreQueries;
import io.attestore.query.iam.IamQueries;
import io.attestore.query.kms.KmsQueries;
import io.attestore.query.ssm.SsmQueries;
import io.attestore.query.sts.identity.GetCallerIdentity;
import io.attestore.server.settings.MemorySettings;
import io.attestore.server.settings.ParameterSettings;
import io.attestore.server.store.StoreKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Every operation that is offered, and what operations share. */
@Configuration(proxyBeanMethods = false)
public class OperationConfiguration {

    @Bean
    ValueSeal valueSeal(KeyVault vault, SecureRandom random) {
        return new ValueSeal(vault, random);
    }

    @Bean(destroyMethod = "close")
    @DependsOn("eventLog")
    Authenticator pagingAuthenticator(StoreKeys keys) {
        return keys.authenticator("paging tokens");
    }

    @Bean
    PageTokens pageTokens(@Qualifier("pagingAuthenticator") Authenticator authenticator, SecureRandom random) {
        return new PageTokens(authenticator, random);
    }

    @Bean
    KeyLookup keyLookup(KeyVault vault) {
        return new KeyLookup(vault);
    }

    @Bean
    Deletions deletions(ParameterSettings parameters) {
        return new Deletions(parameters.restoreWindow());
    }

    @Bean
    DueWorkDecision parameterDueWorkDecision(Deletions deletions) {
        return new ParameterDueWorkDecision(deletions);
    }

    @Bean
    PastStates pastStates(PostgresEventLog log, MemorySettings memory) {
        return new PastStates(log, log.tagReader(), memory.pastBytesMax().toBytes());
    }

    @Bean
    SealedValues sealedValues(PostgresEventLog log, MemorySettings memory) {
        return new SealedValues(log, memory.valuesBytesMax().toBytes());
    }

    @Bean
    KeyCipher keyCipher(KeyVault vault, SecureRandom random) {
        return new KeyCipher(vault, random);
    }

    @Bean
    OperationCatalogue operationCatalogue(
            KeyLookup keys,
            KeyCipher cipher,
            KeyVault vault,
            ValueSeal seal,
            SealedValues values,
            Deletions deletions,
            Trail trail,
            PastStates past,
            PageTokens pageTokens,
            ParameterSettings parameters,
            SecureRandom random) {
        List<Operation> operations = new ArrayList<>();
        operations.addAll(new SsmCommands(keys, cipher, seal, deletions).all());
        operations.addAll(new SsmQueries(cipher, seal, values, pageTokens, parameters.strictPaths()).all());
        operations.addAll(new KmsCommands(keys, vault).all());
        operations.addAll(new KmsQueries(keys, cipher, random, pageTokens).all());
        operations.addAll(new IamCommands(vault, random).all());
        operations.addAll(new IamQueries(pageTokens).all());
        operations.addAll(AttestoreCommands.all());
        operations.addAll(new AttestoreQueries(past, pageTokens).all());
        operations.add(GetCallerIdentity.operation());
        operations.add(LookupEvents.operation(trail, pageTokens));
        return new OperationCatalogue(operations);
    }
}
