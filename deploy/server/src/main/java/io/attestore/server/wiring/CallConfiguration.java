package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.contract.duework.DueWorkDecision;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.hot.MarkerRevealingEngine;
import io.attestore.entities.hot.StateCache;
import io.attestore.entities.vault.KeyVault;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.Tolerances;
import io.attestore.eventlog.axon.CatalogueMessageTypeResolver;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.events.EventTag;
import io.attestore.server.bootstrap.RootAccessKeyHandler;
import io.attestore.server.call.Authoriser;
import io.attestore.server.call.AxonCallRunner;
import io.attestore.server.call.CallHandler;
import io.attestore.server.call.CallSettings;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.call.PolicyAuthoriser;
import io.attestore.server.call.Recorder;
import io.attestore.server.disclosure.DisclosureHandler;
import io.attestore.server.duework.DueWorkHandler;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.refusals.RefusalBudget;
import io.attestore.server.refusals.summary.RecordRefusalsHandler;
import io.attestore.server.settings.MemorySettings;
import io.attestore.server.snapshots.SnapshotMetrics;
import io.attestore.server.snapshots.StoredSnapshots;
import io.attestore.server.store.StoreKeys;
import io.attestore.server.wiring.services.ServiceRegistrations;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.Configuration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.ClassBasedMessageTypeResolver;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.Tag;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;

/**
 * Axon, with our log under it: a local command bus, one command per operation, states kept hot. Nothing phones home, no
 * correlation data is added to the record, and another engine than ours does not start.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class CallConfiguration {

    @Bean
    StateCache stateCache(MemorySettings memory) {
        return new StateCache(memory.statesBytesMax().toBytes());
    }

    @Bean(destroyMethod = "close")
    @DependsOn("eventLog")
    Authenticator snapshotAuthenticator(StoreKeys keys) {
        return keys.authenticator(StoredSnapshots.PURPOSE);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StoredSnapshots storedSnapshots(
            @Qualifier("logPool") HikariDataSource reading,
            @Qualifier("workPool") HikariDataSource writing,
            PostgresEventLog log,
            @Qualifier("snapshotAuthenticator") Authenticator authenticator,
            MeterRegistry registry) {
        return new StoredSnapshots(
                ServiceRegistrations.STORED_STATES,
                reading,
                writing,
                log,
                authenticator,
                new SnapshotMetrics(registry));
    }

    @Bean
    Authoriser authoriser() {
        return new PolicyAuthoriser();
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    AxonConfiguration axon(
            PostgresEventLog log,
            EventTypes events,
            StateCache states,
            StoredSnapshots snapshots,
            KeyVault vault,
            Authoriser authoriser,
            List<DueWorkDecision> dueWork,
            OperationCatalogue operations,
            HeavyWork heavyWork,
            RefusalBudget refusals) {
        AxonConfiguration axon = EventSourcingConfigurer.create()
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class)
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                configuration -> new DefaultCorrelationDataProviderRegistry())
                        .registerComponent(
                                HotStates.class,
                                configuration -> new HotStates(
                                        configuration.getComponent(EventStore.class),
                                        configuration.getComponent(EventStorageEngine.class),
                                        states,
                                        Optional.of(CallConfiguration::tolerate),
                                        log::tellsFromMemory,
                                        snapshots))
                        .registerComponent(Recorder.class, configuration -> recorder(configuration, vault)))
                .registerEventStorageEngine(configuration -> new MarkerRevealingEngine(log))
                .registerTagResolver(configuration -> new EventTagResolver())
                .messaging(messaging -> messaging.registerMessageTypeResolver(
                        configuration -> new CatalogueMessageTypeResolver(events, new ClassBasedMessageTypeResolver())))
                .registerCommandHandlingModule(handlers(vault, authoriser, dueWork, operations, heavyWork, refusals))
                .build();
        requireOurEngine(axon);
        return axon;
    }

    @Bean
    HotStates hotStates(AxonConfiguration axon) {
        return axon.getComponent(HotStates.class);
    }

    @Bean
    DurableCommands durableCommands(AxonConfiguration axon, CallSettings settings) {
        return new DurableCommands(axon.getComponent(CommandBus.class), settings);
    }

    @Bean
    AxonCallRunner callRunner(DurableCommands commands, CallSettings settings) {
        return new AxonCallRunner(commands, settings);
    }

    private static CommandHandlingModule.CommandHandlerPhase handlers(
            KeyVault vault,
            Authoriser authoriser,
            List<DueWorkDecision> dueWork,
            OperationCatalogue operations,
            HeavyWork heavyWork,
            RefusalBudget refusals) {
        CommandHandlingModule.CommandHandlerPhase handlers =
                CommandHandlingModule.named("calls").commandHandlers();
        AxonCallRunner.commandNames(operations.all().stream())
                .forEach(name -> handlers.commandHandler(
                        name,
                        configuration -> new CallHandler(
                                configuration.getComponent(HotStates.class),
                                authoriser,
                                configuration.getComponent(Recorder.class),
                                heavyWork,
                                refusals)));
        handlers.commandHandler(
                RecordRefusalsHandler.COMMAND,
                configuration -> new RecordRefusalsHandler(configuration.getComponent(Recorder.class)));
        handlers.commandHandler(
                DueWorkHandler.COMMAND,
                configuration -> new DueWorkHandler(
                        ServiceRegistrations.DUE_WORK,
                        dueWork,
                        configuration.getComponent(HotStates.class),
                        configuration.getComponent(Recorder.class)));
        handlers.commandHandler(
                DisclosureHandler.COMMAND,
                configuration -> new DisclosureHandler(
                        configuration.getComponent(HotStates.class), configuration.getComponent(Recorder.class)));
        handlers.commandHandler(
                RootAccessKeyHandler.COMMAND,
                configuration -> new RootAccessKeyHandler(
                        configuration.getComponent(HotStates.class),
                        vault,
                        configuration.getComponent(Recorder.class)));
        return handlers;
    }

    private static void tolerate(ProcessingContext context, EventTag tag, long position, long eventsMax) {
        Tolerances.add(context, Tag.of(tag.key(), tag.value()), position, eventsMax);
    }

    private static Recorder recorder(Configuration configuration, KeyVault vault) {
        return new Recorder(
                configuration.getComponent(EventStore.class),
                configuration.getComponent(MessageTypeResolver.class),
                vault);
    }

    /** Axon falls back to an engine in memory when it finds none: that would lose everything. */
    private static void requireOurEngine(AxonConfiguration axon) {
        EventStorageEngine engine = axon.getComponent(EventStorageEngine.class);
        if (!(engine instanceof MarkerRevealingEngine)) {
            throw new IllegalStateException("Axon does not use our log but " + engine.getClass());
        }
    }
}
